Feature: Refunds of the night run

  Scenario: a whole order
    Given an order of 3 items at 400 cents
    When all items come back
    Then 1200 cents are refunded

  Scenario: a part of an order
    Given an order of 3 items at 400 cents
    When 1 item comes back
    Then 400 cents are refunded
    And a letter is printed

  Scenario: an order paid by voucher
    Given an order of 1 items at 990 cents
    When all items come back
    Then 990 cents are refunded
