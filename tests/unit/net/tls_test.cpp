// The client's TLS against a real `openssl s_server`, with certificates made for each fault.
#include "support/certificates.hpp"
#include "support/run_awaitable.hpp"
#include "support/scripted_server.hpp"
#include "support/temp_dir.hpp"
#include "support/tls_server.hpp"
#include "task_agent/net/http_client.hpp"
#include "task_agent/net/tls_context.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>

namespace ta = task_agent;
namespace net = ta::net;
using namespace std::chrono_literals;
using support::certificate_wishes;
using support::tls_server;

namespace {

struct tls_fixture {
    ta::asio::io_context io{1};
    support::temp_dir dir;
    net::tls_options options;
    net::http_limits limits;

    tls_fixture() {
        make("ca", {.common_name = "Test CA", .alternative_names = "", .is_authority = true});
        make("good", {.issuer = "ca"});
        options.ca_file = dir / "ca.pem";
        options.ca_file_source = "--ca-file";
    }
    void make(std::string const& name, certificate_wishes const& wishes) {
        support::make_certificate(dir.path(), name, wishes);
    }
    net::http_answer ask(std::string const& url) {
        return ask(url, std::make_shared<net::tls_context>(options));
    }
    net::http_answer ask(std::string const& url, std::shared_ptr<net::tls_context> tls) {
        net::http_client client(io, net::parse_base_url(url).value(), limits, {std::move(tls), {}});
        net::http_request request;
        request.method = "GET";
        request.target = "/";
        request.rule = net::body_rule::refuse_excess;
        return ta::support::run(io, client.request(request));
    }
};

bool has(std::string const& text, std::string_view part) {
    return text.find(part) != text.npos;
}

// A failed connection: one sentence with all these parts.
void check_refused(net::http_answer const& answer, std::initializer_list<std::string_view> parts) {
    BOOST_TEST(answer.status == 0);
    BOOST_TEST((answer.transport.code == ta::errc::tls_failed), answer.transport.code.message());
    BOOST_TEST(!has(answer.transport.text, "\n"));
    for (auto const part : parts)
        BOOST_TEST(has(answer.transport.text, part), '"' << answer.transport.text << "\" lacks " << part);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(tls_tests, tls_fixture)

BOOST_AUTO_TEST_CASE(a_server_whose_address_is_in_its_certificate_is_taken) {
    tls_server server(dir.path(), "good");
    auto const got = ask(server.url());
    BOOST_TEST(got.status == 200, got.transport.text);
    BOOST_TEST(has(got.body, "TLSv1.3"));
}

BOOST_AUTO_TEST_CASE(a_server_is_told_and_verified_by_its_name) {
    make("by-name", {.alternative_names = "DNS:localhost", .issuer = "ca"});
    make("other", {.alternative_names = "DNS:elsewhere.test", .issuer = "ca"});
    // the second certificate is for who asks for "localhost" in the hello
    tls_server server(dir.path(), "other",
                      {"-servername", "localhost", "-cert2", "by-name.pem", "-key2", "by-name.key"});
    auto const got = ask(server.url("localhost"));
    BOOST_TEST(got.status == 200, got.transport.text);
    BOOST_TEST(ask(server.url("localhost.")).status == 200);
}

BOOST_AUTO_TEST_CASE(tls_1_2_serves_as_well) {
    tls_server server(dir.path(), "good", {"-tls1_2"});
    auto const got = ask(server.url());
    BOOST_TEST(got.status == 200, got.transport.text);
    BOOST_TEST(has(got.body, "TLSv1.2"));
}

BOOST_AUTO_TEST_CASE(a_certificate_for_another_host_is_refused_and_its_names_are_told) {
    make("other", {.alternative_names = "DNS:a.test,DNS:b.test,IP:10.0.0.9,IP:fd00::9", .issuer = "ca"});
    tls_server server(dir.path(), "other");
    check_refused(ask(server.url()), {"cannot connect to https://127.0.0.1:", "not for 127.0.0.1 but for",
                                      "a.test, b.test, 10.0.0.9, fd00::9", "--jobs-url"});
    check_refused(ask(server.url("localhost")), {"not for localhost but for a.test"});
}

BOOST_AUTO_TEST_CASE(a_name_in_the_subject_does_not_make_up_for_the_address) {
    make("subject", {.common_name = "127.0.0.1", .alternative_names = "", .issuer = "ca"});
    tls_server server(dir.path(), "subject");
    check_refused(ask(server.url()), {"not for 127.0.0.1"});
}

BOOST_AUTO_TEST_CASE(an_expired_certificate_is_refused_with_its_date) {
    make("old", {.issuer = "ca", .begins = -48h, .ends = -24h});
    tls_server server(dir.path(), "old");
    check_refused(ask(server.url()),
                  {"the certificate of 127.0.0.1 expired on 20", " UTC", "renewed", "ca.pem"});
}

BOOST_AUTO_TEST_CASE(a_certificate_of_tomorrow_is_refused) {
    make("new", {.issuer = "ca", .begins = 24h, .ends = 48h});
    tls_server server(dir.path(), "new");
    check_refused(ask(server.url()), {"is not valid before 20", "clock"});
}

BOOST_AUTO_TEST_CASE(a_self_signed_certificate_is_refused_until_it_is_the_ca_file) {
    make("alone", {});
    tls_server server(dir.path(), "alone");
    check_refused(ask(server.url()),
                  {"is self-signed and not trusted", "ca.pem (--ca-file)", "--ca-file FILE"});
    options.ca_file = dir / "alone.pem";
    auto const got = ask(server.url());
    BOOST_TEST(got.status == 200, got.transport.text);
}

BOOST_AUTO_TEST_CASE(an_unknown_issuer_is_named) {
    make("stranger", {.common_name = "Strange CA", .alternative_names = "", .is_authority = true});
    make("strange", {.issuer = "stranger"});
    tls_server server(dir.path(), "strange");
    check_refused(ask(server.url()), {"from an unknown issuer (", "Strange CA", "--ca-file FILE"});
    tls_server with_chain(dir.path(), "strange", {"-cert_chain", "stranger.pem"});
    check_refused(ask(with_chain.url()), {"Strange CA", "not trusted", "--ca-file FILE"});
}

BOOST_AUTO_TEST_CASE(what_a_certificate_says_cannot_break_the_line) {
    make("liar", {.common_name = "x\n\x1b[2Jy", .alternative_names = "", .is_authority = true});
    make("lied", {.issuer = "liar"});
    tls_server server(dir.path(), "lied");
    auto const got = ask(server.url());
    check_refused(got, {"from an unknown issuer ("});
    BOOST_TEST(!has(got.transport.text, "\x1b"));
}

BOOST_AUTO_TEST_CASE(old_tls_is_refused) {
    tls_server server(dir.path(), "good", {"-tls1_1", "-cipher", "DEFAULT@SECLEVEL=0"});
    check_refused(ask(server.url()), {"no TLS version that is safe"});
}

BOOST_AUTO_TEST_CASE(a_client_certificate_is_shown_where_it_is_wanted) {
    for (char const* version : {"-tls1_2", "-tls1_3"}) {
        BOOST_TEST_CONTEXT(version) {
            make("client", {.common_name = "client", .alternative_names = "", .issuer = "ca"});
            tls_server server(dir.path(), "good",
                              {version, "-Verify", "1", "-CAfile", "ca.pem", "-verify_return_error"});
            auto own = options;
            own.client_cert = dir / "client.pem";
            own.client_key = dir / "client.key";
            auto const got = ask(server.url(), std::make_shared<net::tls_context>(own));
            BOOST_TEST(got.status == 200, got.transport.text);
            // both in one file
            support::write_file(dir / "both.pem", support::read_file(dir / "client.key") +
                                                      support::read_file(dir / "client.pem"));
            own.client_cert = dir / "both.pem";
            own.client_key.clear();
            BOOST_TEST(ask(server.url(), std::make_shared<net::tls_context>(own)).status == 200);

            auto const without = ask(server.url());
            BOOST_TEST(without.status == 0);
            BOOST_TEST(has(without.transport.text, "wants a client certificate; --client-cert FILE"),
                       without.transport.text);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_client_certificate_that_the_server_refuses_is_said) {
    make("unwanted", {.common_name = "client", .alternative_names = ""});
    tls_server server(dir.path(), "good",
                      {"-tls1_2", "-Verify", "1", "-CAfile", "ca.pem", "-verify_return_error"});
    options.client_cert = dir / "unwanted.pem";
    options.client_key = dir / "unwanted.key";
    check_refused(ask(server.url()), {"refuses the client certificate"});
}

BOOST_AUTO_TEST_CASE(a_later_connection_resumes_the_session) {
    for (char const* version : {"-tls1_2", "-tls1_3"}) {
        BOOST_TEST_CONTEXT(version) {
            tls_server server(dir.path(), "good", {version});
            auto const tls = std::make_shared<net::tls_context>(options);
            BOOST_TEST(has(ask(server.url(), tls).body, "\nNew, TLSv1"));
            for (int i = 0; i < 3; ++i)
                BOOST_TEST(has(ask(server.url(), tls).body, "\nReused, TLSv1"));
            // another process' worth of context knows nothing of it
            BOOST_TEST(has(ask(server.url()).body, "\nNew, TLSv1"));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_session_does_not_outlive_its_server) {
    auto const tls = std::make_shared<net::tls_context>(options);
    make("stranger", {.common_name = "Strange CA", .alternative_names = "", .is_authority = true});
    make("strange", {.issuer = "stranger"});
    std::uint16_t port = 0;
    {
        tls_server server(dir.path(), "good");
        port = server.port();
        BOOST_TEST(ask(server.url(), tls).status == 200);
    }
    tls_server other(dir.path(), "strange", {}, port);
    check_refused(ask(other.url(), tls), {"unknown issuer"});
}

BOOST_AUTO_TEST_CASE(a_handshake_that_stalls_ends_at_the_connect_limit) {
    using namespace ta::support;
    scripted_server server(io, {{hold()}});
    limits.connect = 150ms;
    auto const started = ta::steady_clock::now();
    auto const late = ask("https://127.0.0.1:" + std::to_string(server.port()));
    auto const took = ta::steady_clock::now() - started;
    BOOST_TEST((late.transport.code == ta::errc::timed_out), late.transport.text);
    BOOST_TEST(!late.may_have_arrived);
    BOOST_TEST((took >= 150ms && took < 5s));
}

BOOST_AUTO_TEST_CASE(a_client_that_is_closed_in_the_handshake_ends_at_once) {
    using namespace ta::support;
    scripted_server server(io, {{hold()}});
    net::transport via;
    via.tls = std::make_shared<net::tls_context>(options);
    auto const url = net::parse_base_url("https://127.0.0.1:" + std::to_string(server.port())).value();
    net::http_client client(io, url, limits, std::move(via));
    ta::asio::steady_timer soon(io, 50ms);
    soon.async_wait([&](ta::error_code) { client.close(); });
    net::http_request request;
    request.method = "PUT";
    request.target = "/";
    auto const started = ta::steady_clock::now();
    auto const ended = run(io, client.request(request));
    BOOST_TEST((ended.transport.code == ta::errc::connection_lost), ended.transport.text);
    BOOST_TEST(!ended.may_have_arrived);
    BOOST_TEST((ta::steady_clock::now() - started < 3s));
}

BOOST_AUTO_TEST_CASE(an_io_context_may_end_in_the_handshake) {
    using namespace ta::support;
    for (int steps = 0; steps < 8; ++steps) {
        auto own = std::make_unique<ta::asio::io_context>(1);
        scripted_server server(*own, {{hold()}});
        net::transport via;
        via.tls = std::make_shared<net::tls_context>(options);
        auto const url = net::parse_base_url("https://127.0.0.1:" + std::to_string(server.port())).value();
        auto client = std::make_unique<net::http_client>(*own, url, limits, std::move(via));
        net::http_request request;
        request.method = "PUT";
        request.target = "/";
        ta::asio::co_spawn(*own, client->request(request), ta::asio::detached);
        for (int i = 0; i < steps; ++i)
            own->run_one_for(2ms);
        client.reset();
        own.reset();
    }
}

BOOST_AUTO_TEST_CASE(a_server_that_leaves_in_the_handshake_is_connection_lost) {
    using namespace ta::support;
    scripted_server server(io, {{wait(20ms), close()}, {wait(20ms), reset()}});
    for (int i = 0; i < 2; ++i) {
        auto const lost = ask("https://127.0.0.1:" + std::to_string(server.port()));
        BOOST_TEST((lost.transport.code == ta::errc::connection_lost), lost.transport.text);
        BOOST_TEST(has(lost.transport.text, "in the TLS handshake"), lost.transport.text);
        BOOST_TEST(!lost.may_have_arrived);
    }
}

BOOST_AUTO_TEST_CASE(a_server_without_tls_is_recognised) {
    using namespace ta::support;
    scripted_server server(io, {{send(answer(400, "what?")), hold()}});
    check_refused(ask("https://127.0.0.1:" + std::to_string(server.port())),
                  {"does not speak TLS", "http://"});
}

BOOST_AUTO_TEST_CASE(a_ca_file_that_is_missing_or_garbage_is_one_sentence) {
    tls_server server(dir.path(), "good");
    options.ca_file = dir / "none.pem";
    check_refused(ask(server.url()), {"cannot read the CA file", "none.pem (--ca-file)", "No such file"});
    options.ca_file = dir.path();
    check_refused(ask(server.url()), {"cannot read the CA file", "Is a directory"});
    support::write_file(dir / "garbage.pem", "-----BEGIN NOTHING-----\n");
    options.ca_file = dir / "garbage.pem";
    options.ca_file_source = "SSL_CERT_FILE";
    check_refused(ask(server.url()), {"garbage.pem (SSL_CERT_FILE) holds no usable certificate in PEM form"});
}

BOOST_AUTO_TEST_CASE(a_ca_file_that_appears_later_is_found) {
    tls_server server(dir.path(), "good");
    options.ca_file = dir / "later.pem";
    auto const tls = std::make_shared<net::tls_context>(options);
    BOOST_TEST(ask(server.url(), tls).status == 0);
    std::filesystem::copy_file(dir / "ca.pem", dir / "later.pem");
    BOOST_TEST(ask(server.url(), tls).status == 200);
}

BOOST_AUTO_TEST_CASE(without_any_bundle_there_is_no_connection) {
    tls_server server(dir.path(), "good");
    options.ca_file.clear();
    options.bundles = {dir / "no-bundle.pem"};
    check_refused(ask(server.url()), {"no CA bundle", "--ca-file FILE", "SSL_CERT_FILE", "no-bundle.pem"});
}

BOOST_AUTO_TEST_CASE(the_first_usual_bundle_that_is_there_counts) {
    make("stranger", {.common_name = "Strange CA", .alternative_names = "", .is_authority = true});
    tls_server server(dir.path(), "good");
    options.ca_file.clear();
    options.bundles = {dir / "no-bundle.pem", dir / "ca.pem", dir / "stranger.pem"};
    BOOST_TEST(ask(server.url()).status == 200);
    options.bundles = {dir / "no-bundle.pem", dir / "stranger.pem", dir / "ca.pem"};
    check_refused(ask(server.url()), {"unknown issuer", "stranger.pem"});
}

BOOST_AUTO_TEST_CASE(a_folder_of_hashed_certificates_serves_besides) {
    std::filesystem::create_directory(dir / "hashed");
    std::filesystem::copy_file(dir / "ca.pem", dir / "hashed/ca.pem");
    auto const hashed = support::run({.argv = {"/usr/bin/openssl", "rehash", dir / "hashed"}});
    BOOST_REQUIRE(hashed.code == 0);
    tls_server server(dir.path(), "good");
    options.ca_file.clear();
    options.bundles.clear();
    options.ca_folders = dir / "hashed";
    auto const got = ask(server.url());
    BOOST_TEST(got.status == 200, got.transport.text);
}

BOOST_AUTO_TEST_CASE(client_files_that_do_not_serve_are_one_sentence_each) {
    tls_server server(dir.path(), "good");
    make("client", {.issuer = "ca"});
    options.client_cert = dir / "none.pem";
    check_refused(ask(server.url()), {"cannot read the client certificate", "none.pem"});
    options.client_cert = dir / "client.key";
    check_refused(ask(server.url()), {"client.key (--client-cert) holds no usable certificate"});
    options.client_cert = dir / "client.pem";
    check_refused(ask(server.url()), {"client.pem (--client-cert) holds no private key"});
    options.client_key = dir / "good.key";
    check_refused(ask(server.url()), {"good.key (--client-key) holds no private key", "client.pem"});
    auto const encrypted = support::run({.argv = {"/usr/bin/openssl", "ec", "-in", dir / "client.key", "-out",
                                                  dir / "locked.key", "-aes128", "-passout", "pass:secret"}});
    BOOST_REQUIRE(encrypted.code == 0);
    options.client_key = dir / "locked.key";
    check_refused(ask(server.url()),
                  {"locked.key (--client-key) holds no private key in PEM form, unencrypted"});
    options.client_cert.clear();
    check_refused(ask(server.url()), {"--client-key without --client-cert"});
}

BOOST_AUTO_TEST_SUITE_END()
