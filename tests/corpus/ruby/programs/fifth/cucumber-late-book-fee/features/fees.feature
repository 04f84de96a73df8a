Feature: fees of the library

  Scenario: a book comes back in time
    Given a book was lent for 14 days
    When it comes back after 10 days
    Then the fee is 0 cents

  Scenario: a book comes back late
    Given a book was lent for 14 days
    When it comes back after 17 days
    Then the fee is 75 cents
    And an error is noted for the reader

  Scenario Outline: errors of the desk
    Given a book was lent for <days> days
    Then lending fails
    Examples:
      | days |
      | -1   |
