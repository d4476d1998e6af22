// The shop by level 1 constructs: one app for each file, which is many times as fast as one app for all.
const path = require('node:path');
const { App, Chart } = require('cdk8s');
const { k8s } = require('cdk8s-plus-33');

class Workload extends Chart {
  constructor(scope, shop, index, environment) {
    const name = `service-${index}`;
    const labels = {
      'app.kubernetes.io/instance': environment.name,
      'app.kubernetes.io/managed-by': 'idp',
      'app.kubernetes.io/name': name,
      'app.kubernetes.io/part-of': 'shop',
      'dev.idp/owner': 'shop',
    };
    super(scope, name, { namespace: `shop-${environment.name}`, labels });

    const versioned = { ...labels, 'app.kubernetes.io/version': `1.0.${index}` };
    const selector = { 'app.kubernetes.io/name': name };
    const host = `${name}.${environment.name}.shop.example`;

    new k8s.KubeServiceAccount(this, 'account', {
      metadata: { name },
      automountServiceAccountToken: false,
    });

    new k8s.KubeConfigMap(this, 'env', {
      metadata: { name: `${name}-env` },
      immutable: true,
      data: {
        FIRST_URL: `http://service-${(index + 1) % shop.size}:80`,
        SECOND_URL: `http://service-${(index + 7) % shop.size}:80`,
        LOG_LEVEL: 'info',
      },
    });

    new k8s.KubeDeployment(this, 'deployment', {
      metadata: { name, labels: { 'app.kubernetes.io/version': `1.0.${index}` } },
      spec: {
        selector: { matchLabels: selector },
        template: {
          metadata: { labels: versioned },
          spec: {
            serviceAccountName: name,
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
            containers: [
              {
                name,
                image: `registry.example/shop/${name}:1.0.${index}`,
                envFrom: [{ configMapRef: { name: `${name}-env` } }],
                ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
                livenessProbe: { httpGet: { path: '/live', port: k8s.IntOrString.fromString('http') } },
                readinessProbe: { httpGet: { path: '/ready', port: k8s.IntOrString.fromString('http') } },
                resources: {
                  requests: { cpu: k8s.Quantity.fromString('100m'), memory: k8s.Quantity.fromString('256Mi') },
                  limits: { memory: k8s.Quantity.fromString('256Mi') },
                },
                securityContext: {
                  allowPrivilegeEscalation: false,
                  readOnlyRootFilesystem: true,
                  capabilities: { drop: ['ALL'] },
                },
                volumeMounts: [{ name: 'scratch-0', mountPath: '/tmp' }],
              },
            ],
            volumes: [{ name: 'scratch-0', emptyDir: {} }],
          },
        },
      },
    });

    new k8s.KubeService(this, 'service', {
      metadata: { name },
      spec: {
        selector,
        ports: [{ name: 'http', port: 80, protocol: 'TCP', targetPort: k8s.IntOrString.fromString('http') }],
      },
    });

    new k8s.KubeHorizontalPodAutoscalerV2(this, 'scaling', {
      metadata: { name },
      spec: {
        minReplicas: environment.minReplicas,
        maxReplicas: environment.maxReplicas,
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
        metrics: [
          { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } },
        ],
      },
    });

    new k8s.KubePodDisruptionBudget(this, 'disruption', {
      metadata: { name },
      spec: { maxUnavailable: k8s.IntOrString.fromNumber(1), selector: { matchLabels: selector } },
    });

    new k8s.KubeIngress(this, 'ingress', {
      metadata: { name, annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' } },
      spec: {
        ingressClassName: 'nginx',
        rules: [
          {
            host,
            http: {
              paths: [
                { path: '/', pathType: 'Prefix', backend: { service: { name, port: { name: 'http' } } } },
              ],
            },
          },
        ],
        tls: [{ hosts: [host], secretName: `${name}-tls` }],
      },
    });

    const called = shop.calledBy(index);
    const http = [{ port: k8s.IntOrString.fromNumber(8080), protocol: 'TCP' }];
    const pods = (other) => ({ podSelector: { matchLabels: { 'app.kubernetes.io/name': other } } });
    new k8s.KubeNetworkPolicy(this, 'network', {
      metadata: { name },
      spec: {
        podSelector: { matchLabels: selector },
        policyTypes: ['Ingress', 'Egress'],
        ingress: [
          {
            from: [
              ...shop.callersOf(index).map(pods),
              { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress-nginx' } } },
            ],
            ports: http,
          },
        ],
        egress: called.length ? called.map((other) => ({ to: [pods(other)], ports: http })) : undefined,
      },
    });
  }
}

class Shop {
  constructor(size) {
    this.size = size;
  }

  calledBy(index) {
    return this.others(index, [index + 1, index + 7]);
  }

  callersOf(index) {
    return this.others(index, [index - 1, index - 7]);
  }

  others(index, numbers) {
    const inRange = numbers.map((number) => (((number % this.size) + this.size) % this.size));
    return [...new Set(inRange)].filter((number) => number !== index).map((number) => `service-${number}`).sort();
  }
}

const shop = new Shop(Number(process.argv[2]));
const out = process.argv[3];
const environments = [
  { name: 'dev', minReplicas: 2, maxReplicas: 4 },
  { name: 'staging', minReplicas: 2, maxReplicas: 4 },
  { name: 'prod', minReplicas: 3, maxReplicas: 9 },
];
for (const environment of environments) {
  for (let index = 0; index < shop.size; index++) {
    const app = new App({ outdir: path.join(out, environment.name, 'workloads'), outputFileExtension: '.yaml' });
    new Workload(app, shop, index, environment);
    app.synth();
  }
}
