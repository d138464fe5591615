using '../main.bicep'

param name = 'qcprod'
param service = {
  address: 'https://quarterly.example.org'
  environment: 'Production'
  fromAddress: 'quarterly@example.org'
  sendGridAddress: 'https://api.eu.sendgrid.com'
  sendGridEventKey: ''
  sendGridInboundKey: ''
}
param vnetEnabled = true
param pipeline = {
  issuer: 'https://token.actions.githubusercontent.com'
  subject: 'repo:example/quarterly-cycle:environment:production'
}
param watchers = ['quarterly@example.org']
param monthlyBudget = 150
param budgetFrom = '2026-12-01'
