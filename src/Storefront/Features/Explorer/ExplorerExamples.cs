using Storefront.GraphQL.AspNetCore.Explorer;

namespace Storefront.Features.Explorer;

/// <summary>What somebody who builds a dashboard asks first. Titles are names of texts.</summary>
internal static class ExplorerExamples
{
    public static IReadOnlyList<ExplorerExample> All { get; } =
    [
        new("Example.Plans", """
            query Plans {
              plans {
                key
                name
                monthlyMinutes
                prices {
                  interval
                  total {
                    formatted
                  }
                  discountPercent
                }
              }
            }

            """),
        new("Example.Dashboard", """
            query Dashboard($tickets: Int = 10) {
              account {
                name
                hourBalance {
                  availableMinutes
                  usedMinutes
                  periodEnd
                }
                tickets(first: $tickets) {
                  nodes {
                    number
                    subject
                    status
                    updatedAt
                  }
                }
              }
            }

            """),
        new("Example.Hours", """
            query Hours {
              account {
                hourEntries(first: 20) {
                  nodes {
                    at
                    kind
                    minutes
                    balanceAfter
                    reason
                  }
                }
              }
            }

            """),
        new("Example.Live", """
            subscription Live {
              accountEvents {
                sequence
                at
                kind
              }
            }

            """),
        new("Example.Balance", """
            subscription Balance {
              hourBalanceChanged {
                availableMinutes
                usedMinutes
                asOf
              }
            }

            """),
        new("Example.Ticket", """
            mutation OpenTicket($input: OpenTicketInput!) {
              openTicket(input: $input) {
                ticket {
                  number
                  status
                }
                errors {
                  ... on Error {
                    code
                    message
                  }
                }
              }
            }

            """, """
            {
              "input": {
                "subject": "The checkout shows no shipping price",
                "body": "Since this morning, for every product.",
                "kind": "",
                "urgency": null,
                "impact": null
              }
            }
            """),
    ];
}
