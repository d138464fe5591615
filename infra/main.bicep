// QuarterlyCycle in one resource group: identity-only storage, a function app on Flex Consumption, and who watches it.
targetScope = 'resourceGroup'

import { deployer, durableBackend, instanceMemory, serviceSettings } from 'types.bicep'

@description('Short name that all names begin with.')
@minLength(3)
@maxLength(10)
param name string

@description('Where everything is kept.')
param location string = resourceGroup().location

@description('Settings of the service that are no secrets.')
param service serviceSettings

@description('Memory of one instance in MB.')
param memory instanceMemory = 2048

@description('How many instances may run at once.')
@minValue(40)
@maxValue(1000)
param largestInstanceCount int = 40

@description('Where the task hub lives.')
param backend durableBackend = 'azureStorage'

@description('Addresses that may reach the scheduler, as CIDR ranges; empty without a scheduler.')
param schedulerAllowed string[] = []

@description('Whether storage and vault are reached through private endpoints only.')
param vnetEnabled bool = false

@description('The pipeline that may deploy; null where people deploy.')
param pipeline deployer?

@description('Who is told of alerts and of the budget.')
@minLength(1)
param watchers string[]

@description('What a month may cost, in the currency of the subscription.')
param monthlyBudget int

@description('The first day of the month from which the budget counts.')
param budgetFrom string

@description('After how many days raw mail and the bodies of webhooks are deleted.')
param rawMailDays int = 730

@description('How many GB a day may be logged.')
param dailyLogGb int = 1

var hub = loadJsonContent('../host.json').extensions.durableTask.hubName
var suffix = uniqueString(resourceGroup().id)
var tags = { service: 'QuarterlyCycle', environment: service.environment }

module identity 'modules/identity.bicep' = {
  params: { name: name, location: location, tags: tags, pipeline: pipeline }
}

module monitoring 'modules/monitoring.bicep' = {
  params: { name: name, location: location, tags: tags, dailyLogGb: dailyLogGb }
}

module storageHost 'modules/storageHost.bicep' = {
  params: {
    name: toLower('${name}h${suffix}')
    location: location
    tags: tags
    isPrivate: vnetEnabled
    workspaceId: monitoring.outputs.workspaceId
  }
}

module storageData 'modules/storageData.bicep' = {
  params: {
    name: toLower('${name}d${suffix}')
    location: location
    tags: tags
    isPrivate: vnetEnabled
    rawMailDays: rawMailDays
    workspaceId: monitoring.outputs.workspaceId
  }
}

module keyVault 'modules/keyVault.bicep' = {
  params: {
    name: '${name}-${take(suffix, 10)}'
    location: location
    tags: tags
    isPrivate: vnetEnabled
    workspaceId: monitoring.outputs.workspaceId
  }
}

module scheduler 'modules/scheduler.bicep' = if (backend == 'dts') {
  params: { name: name, location: location, tags: tags, hub: hub, allowed: schedulerAllowed }
}

module roles 'modules/roles.bicep' = {
  params: {
    appPrincipalId: identity.outputs.appPrincipalId
    deployPrincipalId: identity.outputs.?deployPrincipalId
    hostAccountName: storageHost.outputs.name
    dataAccountName: storageData.outputs.name
    vaultName: keyVault.outputs.name
    insightsName: monitoring.outputs.insightsName
    schedulerName: scheduler.?outputs.name
  }
}

module network 'modules/network.bicep' = if (vnetEnabled) {
  params: {
    name: name
    location: location
    tags: tags
    targets: [
      { name: 'host-blob', id: storageHost.outputs.id, group: 'blob' }
      { name: 'host-queue', id: storageHost.outputs.id, group: 'queue' }
      { name: 'host-table', id: storageHost.outputs.id, group: 'table' }
      { name: 'data-blob', id: storageData.outputs.id, group: 'blob' }
      { name: 'data-table', id: storageData.outputs.id, group: 'table' }
      { name: 'vault', id: keyVault.outputs.id, group: 'vault' }
    ]
  }
}

module plan 'modules/plan.bicep' = {
  params: { name: name, location: location, tags: tags }
}

module functionApp 'modules/functionApp.bicep' = {
  params: {
    name: '${name}-${suffix}'
    location: location
    tags: tags
    planId: plan.outputs.id
    identityId: identity.outputs.appId
    identityClientId: identity.outputs.appClientId
    hostAccountName: storageHost.outputs.name
    dataAccountName: storageData.outputs.name
    deploymentContainer: storageHost.outputs.deploymentContainer
    vaultUri: keyVault.outputs.uri
    insightsName: monitoring.outputs.insightsName
    workspaceId: monitoring.outputs.workspaceId
    schedulerEndpoint: scheduler.?outputs.endpoint
    subnetId: network.?outputs.appSubnetId
    service: service
    memory: memory
    largestInstanceCount: largestInstanceCount
  }
  // The app reads its package and its secrets by the roles as soon as it is there.
  dependsOn: [roles]
}

module deployRole 'modules/deployRole.bicep' = if (pipeline != null) {
  params: { appName: functionApp.outputs.name, principalId: identity.outputs.?deployPrincipalId ?? '' }
}

module alerts 'modules/alerts.bicep' = {
  params: { name: name, location: location, tags: tags, insightsId: monitoring.outputs.insightsId, watchers: watchers }
}

module budget 'modules/budget.bicep' = {
  params: { name: name, monthly: monthlyBudget, from: budgetFrom, watchers: watchers }
}

output appName string = functionApp.outputs.name
output appHost string = functionApp.outputs.host
output vaultName string = keyVault.outputs.name
output dataAccount string = storageData.outputs.name
output hubName string = hub
