// What the parameters may be; every file that takes one imports it from here.

@export()
@description('Where the task hub lives: in the host storage account, or in a Durable Task Scheduler.')
type durableBackend = 'azureStorage' | 'dts'

@export()
@description('Memory of one instance in MB. It is the bill.')
type instanceMemory = 512 | 2048 | 4096

@export()
@description('Settings of the service that are no secrets.')
type serviceSettings = {
  @description('The address that links in e-mails begin with: https://, and the name that people know.')
  address: string

  @description('What this installation is called in logs and on pages.')
  environment: string

  @description('The address that e-mails come from; it is read.')
  fromAddress: string

  @description('The address of SendGrid; accounts kept in the EU have another.')
  sendGridAddress: string

  @description('The public key with which SendGrid signs delivery events, in base64.')
  sendGridEventKey: string

  @description('The public key with which SendGrid signs incoming e-mails, in base64.')
  sendGridInboundKey: string
}

@export()
@description('The pipeline that may deploy, as the issuer of its tokens names it.')
type deployer = {
  issuer: string
  subject: string
}

@export()
@description('An account, vault or other resource that private endpoints lead to.')
type privateTarget = {
  name: string
  id: string

  @description('The part of it, such as blob.')
  group: 'blob' | 'queue' | 'table' | 'vault'
}
