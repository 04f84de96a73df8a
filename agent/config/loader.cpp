#include "task_agent/config/loader.hpp"

#include "task_agent/config/near_miss.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace task_agent {
namespace {

constexpr std::string_view own_prefix = "TASK_AGENT_";
// handed to workloads (contract 8.1), hence found by an agent inside one
constexpr std::string_view channel_names[] = {"TASK_AGENT_SOCKET", "TASK_AGENT_STATUS_FILE"};

// A Kubernetes Service called "task-agent" makes the kubelet put these into every pod of its namespace;
// nobody typed them, and a pod must not fail for what its neighbour is called.
bool is_service_link(std::string_view name, environment const& env) {
    if (!env.get("KUBERNETES_SERVICE_HOST")) return false;
    name.remove_prefix(own_prefix.size());
    return name == "SERVICE_HOST" || name == "SERVICE_PORT" || name.starts_with("SERVICE_PORT_") ||
           name == "PORT" || name.starts_with("PORT_");
}

bool is_of_family(std::string_view variable, api_family family) {
    if (variable.starts_with("NMP_")) return family == api_family::nmp;
    if (variable.starts_with("NHX_")) return family == api_family::nhx;
    return true;
}

class loading {
public:
    explicit loading(load_request const& request) : request_(request) {
        out_.family = family_of(request.env);
    }

    loaded_options run() {
        for (option_spec const& option : option_table()) {
            if (contains(option.commands, request_.command)) {
                out_.values.push_back({&option, std::string(option.fallback), {}});
            }
        }
        // lowest first: each overwrites what stands
        if (request_.file) read_file(*request_.file);
        read_platform();
        read_environment();
        read_flags();
        return std::move(out_);
    }

private:
    void set(option_spec const& option, std::string_view text, source_kind kind, std::string_view name) {
        auto const value = std::ranges::find(out_.values, &option, &effective_value::option);
        if (value == out_.values.end()) return;  // another command's
        value->text = text;
        value->source = {kind, std::string(name)};
    }

    std::string fault(option_spec const& option, std::string_view text) const {
        std::string why = fault_of(option, text);
        if (why.empty() && option.kind == option_kind::url && !text.empty() && request_.check_url) {
            why = request_.check_url(text);
        }
        return why;
    }

    void read_file(config_file const& file) {
        for (config_entry const& entry : file.entries) {
            auto const problem = [&](std::string_view why) {
                out_.problems.push_back(fmt::format("key \"{}\" in {}: {}", entry.key, file.path, why));
            };
            option_spec const* option = find_option(entry.key);
            if (option == nullptr || !option->is_in_file) {
                problem(unknown_key(entry.key, option != nullptr));
                continue;
            }
            std::string why = kind_fault(*option, entry.kind);
            if (why.empty()) why = fault(*option, entry.text);
            if (!why.empty()) {
                problem(fmt::format("\"{}\" is {}", printable_value(*option, entry.text), why));
                continue;
            }
            set(*option, entry.text, source_kind::file, file.path);
        }
    }

    static std::string unknown_key(std::string_view key, bool is_option) {
        if (is_option) return "not allowed in a config file; allowed is the flag or the environment variable";
        std::vector<std::string_view> names;
        for (option_spec const& option : option_table()) {
            if (option.is_in_file) names.push_back(option.name);
        }
        std::string_view const meant = near_miss(key, names);
        if (!meant.empty()) return fmt::format("no such option; did you mean \"{}\"?", meant);
        return "no such option; allowed are the names that `task-agent help run` lists";
    }

    // A number is fine where a bare number would be on the command line; true and false are flags and nothing
    // else.
    static std::string kind_fault(option_spec const& option, config_kind kind) {
        bool const is_measure = option.kind == option_kind::time_span || option.kind == option_kind::size;
        switch (kind) {
            case config_kind::boolean:
                return option.kind == option_kind::flag ? "" : "a boolean; allowed is a string";
            case config_kind::number:
                if (option.kind == option_kind::flag) return "a number; allowed are true and false";
                return is_measure ? "" : "a number; allowed is a string";
            case config_kind::text:
                return option.kind == option_kind::flag ? "a string; allowed are true and false" : "";
        }
        return {};
    }

    void read_platform() {
        for (effective_value const& value : out_.values) {
            for (std::string_view const variable : value.option->platform) {
                auto const text = request_.env.get_filled(variable);
                if (!text || !is_of_family(variable, out_.family)) continue;
                if (std::string const why = fault(*value.option, *text); !why.empty()) {
                    out_.warnings.push_back(fmt::format("{}=\"{}\" (platform) is ignored: {}", variable,
                                                        printable_value(*value.option, *text), why));
                    continue;
                }
                set(*value.option, *text, source_kind::platform, variable);
                break;
            }
        }
    }

    void read_environment() {
        for (std::string const& entry : request_.env.entries()) {
            std::string_view const name = variable_name(entry);
            if (!name.starts_with(own_prefix) || name.size() == entry.size()) continue;
            std::string_view const text = std::string_view(entry).substr(name.size() + 1);
            option_spec const* option = option_of_variable(name);
            if (option == nullptr) {
                if (std::ranges::find(channel_names, name) == std::end(channel_names) &&
                    !is_service_link(name, request_.env)) {
                    out_.problems.push_back(unknown_variable(name));
                }
                continue;
            }
            if (std::string const why = fault(*option, text); !why.empty()) {
                out_.problems.push_back(
                    fmt::format("{}=\"{}\" (environment): {}", name, printable_value(*option, text), why));
                continue;
            }
            // a name that stands twice counts as getenv(3) reads it: the first
            if (request_.env.get(name)->data() == text.data())
                set(*option, text, source_kind::environment, name);
        }
    }

    // The value stays out of the sentence: nobody knows what an unknown variable holds.
    static std::string unknown_variable(std::string_view name) {
        std::vector<std::string> names;
        for (option_spec const& option : option_table())
            names.push_back(variable_of(option).substr(own_prefix.size()));
        std::vector<std::string_view> const views(names.begin(), names.end());
        // without the prefix, which all have in common: it would make every name look near
        std::string_view const meant = near_miss(name.substr(own_prefix.size()), views);
        if (!meant.empty()) {
            return fmt::format("{} (environment): no such option; did you mean {}{}?", name, own_prefix,
                               meant);
        }
        return fmt::format(
            "{} (environment): no such option; allowed are the names that `task-agent help run` lists", name);
    }

    void read_flags() {
        for (flag_text const& flag : request_.flags) {
            option_spec const* option = find_option(flag.name);
            if (option == nullptr) continue;  // one of the command's own, not a setting
            if (std::string const why = fault(*option, flag.text); !why.empty()) {
                out_.problems.push_back(fmt::format("--{} \"{}\" (flag): {}", flag.name,
                                                    printable_value(*option, flag.text), why));
                continue;
            }
            set(*option, flag.text, source_kind::flag, "--" + flag.name);
        }
    }

    load_request const& request_;
    loaded_options out_;
};

}  // namespace

std::string to_text(value_source const& source) {
    switch (source.kind) {
        case source_kind::flag:
            return "flag";
        case source_kind::environment:
            return "environment";
        case source_kind::platform:
            return "platform";
        case source_kind::file:
            return source.name;
        case source_kind::fallback:
            return "default";
    }
    return {};
}

effective_value const& loaded_options::at(std::string_view name) const {
    for (effective_value const& value : values) {
        if (value.option->name == name) return value;
    }
    throw std::logic_error(fmt::format("option {} is not of this command", name));
}

loaded_options load_options(load_request const& request) {
    return loading(request).run();
}

api_family family_of(environment const& env) {
    for (option_spec const& option : option_table()) {
        for (std::string_view const variable : option.platform) {
            if (variable.starts_with("NMP_") && env.get_filled(variable)) return api_family::nmp;
        }
    }
    bool const has_nhx = std::ranges::any_of(env.entries(), [&](std::string const& entry) {
        auto const name = variable_name(entry);
        return name.starts_with("NHX_") && env.get_filled(name);
    });
    return has_nhx ? api_family::nhx : api_family::nmp;
}

}  // namespace task_agent
