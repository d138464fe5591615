// Who the app is, and who deploys it. Neither has a password.
import { deployer } from '../types.bicep'

param name string
param location string
param tags object
param pipeline deployer?

resource app 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-app'
  location: location
  tags: tags
}

resource deploy 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = if (pipeline != null) {
  name: '${name}-deploy'
  location: location
  tags: tags

  resource trust 'federatedIdentityCredentials' = {
    name: 'pipeline'
    properties: {
      issuer: pipeline.?issuer ?? ''
      subject: pipeline.?subject ?? ''
      audiences: ['api://AzureADTokenExchange']
    }
  }
}

output appId string = app.id
output appClientId string = app.properties.clientId
output appPrincipalId string = app.properties.principalId
output deployPrincipalId string? = deploy.?properties.principalId
