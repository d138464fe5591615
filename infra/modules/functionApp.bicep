// The host. Every setting here is read by an options class or by the platform; a test compares them.
import { instanceMemory, serviceSettings } from '../types.bicep'

param name string
param location string
param tags object
param planId string
param identityId string
param identityClientId string
param hostAccountName string
param dataAccountName string
param deploymentContainer string
param vaultUri string
param insightsName string
param workspaceId string
param schedulerEndpoint string?
param subnetId string?
param service serviceSettings
param memory instanceMemory
param largestInstanceCount int

resource host 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: hostAccountName
}

resource data 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: dataAccountName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

var settings = {
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AzureWebJobsStorage__blobServiceUri: host.properties.primaryEndpoints.blob
  AzureWebJobsStorage__queueServiceUri: host.properties.primaryEndpoints.queue
  AzureWebJobsStorage__tableServiceUri: host.properties.primaryEndpoints.table
  AzureWebJobsDisableHomepage: 'true'
  // Where telemetry goes; it opens nothing, because only identities may write there.
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  AZURE_CLIENT_ID: identityClientId
  Service__Address: service.address
  Service__Environment: service.environment
  Mail__FromAddress: service.fromAddress
  Audit__Key: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/AuditKey/)'
  Links__Key: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/LinksKey/)'
  Storage__Tables: data.properties.primaryEndpoints.table
  Storage__Blobs: data.properties.primaryEndpoints.blob
  SendGrid__ApiKey: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/SendGridApiKey/)'
  SendGrid__Address: service.sendGridAddress
  SendGrid__EventKey: service.sendGridEventKey
  SendGrid__InboundKey: service.sendGridInboundKey
  SendGrid__TimeoutSeconds: '60'
}

var schedulerSettings = schedulerEndpoint == null
  ? {}
  : {
      DurableTaskScheduler: 'Endpoint=${schedulerEndpoint};Authentication=ManagedIdentity;ClientID=${identityClientId}'
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: 'azureManaged'
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: 'DurableTaskScheduler'
    }

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  // The name under which ../azure.yaml knows it.
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: planId
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: subnetId
    siteConfig: { minTlsVersion: '1.2', ftpsState: 'Disabled', http20Enabled: true }
    // A deployment replaces every instance at once, which is what Flex Consumption does unless it is told otherwise.
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${host.properties.primaryEndpoints.blob}${deploymentContainer}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: memory
        maximumInstanceCount: largestInstanceCount
        alwaysReady: [{ name: 'durable', instanceCount: 1 }]
      }
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(settings, schedulerSettings)
  }

  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'workspace'
  scope: app
  properties: {
    workspaceId: workspaceId
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output name string = app.name
output host string = app.properties.defaultHostName
