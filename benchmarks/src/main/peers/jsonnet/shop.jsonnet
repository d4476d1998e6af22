// The shop as JSON, an array of objects for each file: jsonnet -m OUT --tla-code size=10 shop.jsonnet
local workload = import 'workload.libsonnet';

local environments = [
  { name: 'dev', minReplicas: 2, maxReplicas: 4 },
  { name: 'staging', minReplicas: 2, maxReplicas: 4 },
  { name: 'prod', minReplicas: 3, maxReplicas: 9 },
];

function(size) {
  [environment.name + '/workloads/service-' + index + '.yaml']: workload(size, index, environment)
  for environment in environments
  for index in std.range(0, size - 1)
}
