#include "task_agent/devserver/principal.hpp"

#include <boost/json/array.hpp>
#include <fmt/format.h>

namespace task_agent::devserver {
namespace {

class principal_headers {
public:
    explicit principal_headers(request const& asked) : asked_(asked) {}

    [[nodiscard]] std::string_view text(std::string_view name) const {
        for (std::string_view const family : {"X-NMP", "X-NHX"}) {
            auto const value = asked_.header(fmt::format("{}-Principal-{}", family, name));
            if (!value.empty()) return value;
        }
        return {};
    }

    [[nodiscard]] json::array list(std::string_view name) const {
        json::array items;
        std::string_view rest = text(name);
        while (!rest.empty()) {
            auto const comma = rest.find(',');
            items.emplace_back(rest.substr(0, comma));
            rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
        }
        return items;
    }

private:
    request const& asked_;
};

}  // namespace

principal principal_of(request const& asked) {
    principal_headers const headers(asked);
    std::string_view const id = headers.text("Id");
    if (id.empty()) return {};
    std::string_view const on_behalf_of = headers.text("On-Behalf-Of");
    principal result;
    result.id = std::string(id);
    result.is_service = (on_behalf_of.empty() ? id : on_behalf_of).starts_with("service:");
    json::object context{{"principal_id", id}};
    if (auto const email = headers.text("Email"); !email.empty()) context["principal_email"] = email;
    context["principal_groups"] = headers.list("Groups");
    if (!on_behalf_of.empty()) {
        context["principal_on_behalf_of"] = on_behalf_of;
        if (auto groups = headers.list("On-Behalf-Of-Groups"); !groups.empty())
            context["principal_on_behalf_of_groups"] = std::move(groups);
        if (auto const email = headers.text("On-Behalf-Of-Email"); !email.empty())
            context["principal_on_behalf_of_email"] = email;
    }
    result.auth_context = std::move(context);
    return result;
}

}  // namespace task_agent::devserver
