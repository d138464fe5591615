// Failures, and silence: what should have happened and did not.
param name string
param location string
param tags object
param insightsId string
param watchers string[]

var rules = [
  {
    name: 'orchestration-failed'
    description: 'An orchestration has failed and goes no further. See "free a stuck instance" in infra/README.md.'
    severity: 1
    every: 'PT5M'
    window: 'PT15M'
    query: 'traces | where customDimensions.Category == "Host.Triggers.DurableTask" and customDimensions.prop__state == "Failed" and customDimensions.prop__functionType == "Orchestrator"'
    isSilence: false
  }
  {
    name: 'work-item-abandoned'
    description: 'The task hub has given a piece of work back more than three times.'
    severity: 2
    every: 'PT5M'
    window: 'PT30M'
    query: 'traces | where customDimensions.Category == "DurableTask.AzureStorage" and message has "Abandon" and toint(customDimensions.prop__DequeueCount) > 3'
    isSilence: false
  }
  {
    name: 'sweep-failed'
    description: 'Something that was stored could not be carried out, sent, told or taken up; the next sweep tries again.'
    severity: 2
    every: 'PT5M'
    window: 'PT15M'
    query: 'traces | where severityLevel >= 3 and (message has "could not be settled" or message has "could not be forwarded" or message has "could not be carried out" or message has "could not be taken up")'
    isSilence: false
  }
  {
    name: 'mail-waits'
    description: 'An e-mail has waited for more than half an hour since it was due, or nobody knows whether it was sent.'
    severity: 2
    every: 'PT15M'
    window: 'PT30M'
    query: 'traces | where message startswith "Watch:" | parse message with "Watch: " late:int " late, " uncertain:int " uncertain, " * | where late > 0 or uncertain > 0'
    isSilence: false
  }
  {
    name: 'mail-bounced'
    description: 'An e-mail did not arrive: the mail system of whoever it is for refused it. The project managers are told (E41); see /cycle/delivery.'
    severity: 3
    every: 'PT15M'
    window: 'PT15M'
    query: 'traces | where message startswith "An e-mail did not arrive"'
    isSilence: false
  }
  {
    name: 'needs-attention'
    description: 'Something did not happen as it should: a cycle not opened, a request not written, a pack not built, or an e-mail to read. The project manager sees it under /cycle/delivery.'
    severity: 3
    every: 'PT1H'
    window: 'PT1H'
    query: 'traces | where message startswith "Watch:" | parse message with * "uncertain, " attention:int " for attention" * | where attention > 0'
    isSilence: false
  }
  {
    name: 'request-failed'
    description: 'A page or a webhook answers with a fault.'
    severity: 2
    every: 'PT5M'
    window: 'PT15M'
    query: 'requests | where success == false and toint(resultCode) >= 500'
    isSilence: false
  }
  {
    name: 'sweeps-are-silent'
    description: 'No sweep has run for a quarter of an hour: the app is not running, or its timers are not.'
    severity: 1
    every: 'PT5M'
    window: 'PT15M'
    query: 'requests | where name in ("SweepMail", "SweepActs", "SweepOutages") and success == true'
    isSilence: true
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-watchers'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: take(name, 12)
    enabled: true
    emailReceivers: [
      for (address, index) in watchers: { name: 'watcher-${index}', emailAddress: address, useCommonAlertSchema: true }
    ]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: '${name}-${rule.name}'
    location: location
    tags: tags
    properties: {
      displayName: rule.name
      description: rule.description
      severity: rule.severity
      enabled: true
      scopes: [insightsId]
      evaluationFrequency: rule.every
      windowSize: rule.window
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: rule.isSilence ? 'LessThan' : 'GreaterThan'
            threshold: rule.isSilence ? 1 : 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      autoMitigate: true
      actions: { actionGroups: [people.id] }
    }
  }
]
