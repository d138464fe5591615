using '../main.bicep'

param name = 'qctest'
param service = {
  address: 'https://quarterly-test.example.org'
  environment: 'Test'
  fromAddress: 'quarterly-test@example.org'
  sendGridAddress: 'https://api.eu.sendgrid.com'
  sendGridEventKey: ''
  sendGridInboundKey: ''
}
param watchers = ['quarterly-test@example.org']
param monthlyBudget = 40
param budgetFrom = '2026-12-01'
param rawMailDays = 30
