Feature: Limits

  Scenario Outline: orders that are refused
    When somebody orders <count> items
    Then it fails with "<error>"

    Examples:
      | count | error                       |
      | 0     | ValueError: nothing ordered |
      | 9000  | OverflowError: 9000 > 500   |

  Scenario: an order that is fine
    When somebody orders 12 items
    Then nothing failed

  @flaky
  Scenario: the printer
    Given a printer
