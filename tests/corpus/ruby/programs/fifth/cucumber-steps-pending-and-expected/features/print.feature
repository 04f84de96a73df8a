Feature: printing

  Scenario: a page without paper
    Given a printer without paper
    When a page is sent
    Then "Error: out of paper" is shown

  Scenario: a page on both sides
    Given a printer that can turn pages
    Then the log has no "Traceback"

  @broken
  Scenario: a page in colour
    Given a printer on fire
