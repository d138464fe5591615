// A Durable Task Scheduler in the place of the task hub in storage. Reached by identity only.
param name string
param location string
param tags object
param hub string

@description('Never 0.0.0.0/0.')
param allowed string[]

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: '${name}-scheduler'
  location: location
  tags: tags
  properties: {
    sku: { name: 'Consumption' }
    ipAllowlist: allowed
  }

  resource taskHub 'taskHubs' = {
    name: hub
  }

  // The sweep that copies histories comes first; this is the last resort.
  resource retention 'retentionPolicies' = {
    name: 'default'
    properties: { retentionPolicies: [{ retentionPeriodInDays: 90, orchestrationState: 'Completed' }] }
  }
}

output name string = scheduler.name
output endpoint string = scheduler.properties.endpoint
