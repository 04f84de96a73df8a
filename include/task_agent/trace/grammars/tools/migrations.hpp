// What tools that migrate a database tell of a statement that was refused:
//
//   ERROR: Migration of schema "shop" to version "2 - lids" failed!     Flyway
//   ERROR: Script V2__lids.sql failed
//   --------------------------
//   SQL State  : 42S02
//   Message    : Table "LID" not found
//   Location   : V2__lids.sql (/app/V2__lids.sql)
//   Line       : 7
//
//   Unexpected error running Liquibase: Migration failed for changeset db.xml::1::ada:
//        Reason: liquibase.exception.DatabaseException: Table "LID" not found
//
// A stack that the same tools print as libraries is read as one.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_migrations_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_migrations_grammar();

inline constexpr std::string_view migrations_openings[] = {"SQL State ",
                                                           "Unexpected error running Liquibase: "};

inline constexpr grammar_entry migrations_grammar = {
    {migrations_openings, {}, {}}, find_migrations_start, make_migrations_grammar};

}  // namespace task_agent::trace
