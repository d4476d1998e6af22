// The eight objects of a service.
local services(size, index, numbers) = std.set([
  'service-' + std.mod(number + 7 * size, size)
  for number in numbers
  if std.mod(number + 7 * size, size) != index
]);

local podsOf(service) = { podSelector: { matchLabels: { 'app.kubernetes.io/name': service } } };

function(size, index, environment) (
  local name = 'service-' + index;
  local selector = { 'app.kubernetes.io/name': name };
  local labels = {
    'app.kubernetes.io/instance': environment.name,
    'app.kubernetes.io/managed-by': 'idp',
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/part-of': 'shop',
    'dev.idp/owner': 'shop',
  };
  local versioned = labels { 'app.kubernetes.io/version': '1.0.' + index };
  local metadata = { name: name, namespace: 'shop-' + environment.name, labels: labels };
  local host = name + '.' + environment.name + '.shop.example';
  local http = [{ port: 8080, protocol: 'TCP' }];
  local probe(path) = { httpGet: { path: path, port: 'http' } };
  local egress = [{ to: [podsOf(called)], ports: http } for called in services(size, index, [index + 1, index + 7])];

  [
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: metadata,
      automountServiceAccountToken: false,
    },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: metadata { name: name + '-env' },
      immutable: true,
      data: {
        FIRST_URL: 'http://service-' + std.mod(index + 1, size) + ':80',
        SECOND_URL: 'http://service-' + std.mod(index + 7, size) + ':80',
        LOG_LEVEL: 'info',
      },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: metadata { labels: versioned },
      spec: {
        selector: { matchLabels: selector },
        template: {
          metadata: { labels: versioned },
          spec: {
            serviceAccountName: name,
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
            containers: [{
              name: name,
              image: 'registry.example/shop/' + name + ':1.0.' + index,
              envFrom: [{ configMapRef: { name: name + '-env' } }],
              ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
              livenessProbe: probe('/live'),
              readinessProbe: probe('/ready'),
              resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '256Mi' } },
              securityContext: {
                allowPrivilegeEscalation: false,
                readOnlyRootFilesystem: true,
                capabilities: { drop: ['ALL'] },
              },
              volumeMounts: [{ name: 'scratch-0', mountPath: '/tmp' }],
            }],
            volumes: [{ name: 'scratch-0', emptyDir: {} }],
          },
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadata,
      spec: {
        selector: selector,
        ports: [{ name: 'http', port: 80, protocol: 'TCP', targetPort: 'http' }],
      },
    },
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: metadata,
      spec: {
        minReplicas: environment.minReplicas,
        maxReplicas: environment.maxReplicas,
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: name },
        metrics: [{
          type: 'Resource',
          resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } },
        }],
      },
    },
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: metadata,
      spec: { maxUnavailable: 1, selector: { matchLabels: selector } },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: metadata { annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' } },
      spec: {
        ingressClassName: 'nginx',
        rules: [{
          host: host,
          http: {
            paths: [{
              path: '/',
              pathType: 'Prefix',
              backend: { service: { name: name, port: { name: 'http' } } },
            }],
          },
        }],
        tls: [{ hosts: [host], secretName: name + '-tls' }],
      },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: metadata,
      spec: {
        podSelector: { matchLabels: selector },
        policyTypes: ['Ingress', 'Egress'],
        ingress: [{
          from: [podsOf(caller) for caller in services(size, index, [index - 1, index - 7])] + [
            { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress-nginx' } } },
          ],
          ports: http,
        }],
        [if std.length(egress) > 0 then 'egress']: egress,
      },
    },
  ]
)
