#include <Poco/Util/Application.h>
#include <Poco/AutoPtr.h>
#include <Poco/ConsoleChannel.h>
#include <Poco/FormattingChannel.h>
#include <Poco/PatternFormatter.h>
#include <Poco/Util/AbstractConfiguration.h>

using Poco::Util::Application;

class Exporter : public Application {
protected:
    void initialize(Application& self) override {
        Poco::AutoPtr<Poco::PatternFormatter> form(new Poco::PatternFormatter("%Y-%m-%dT%H:%M:%S.%i %p %s - %t"));
        Poco::AutoPtr<Poco::Channel> console(new Poco::ConsoleChannel), channel(new Poco::FormattingChannel(form, console));
        loadConfiguration("/app/exporter.properties");
        Application::initialize(self);
        logger().setChannel(channel);
    }
    void uninitialize() override {
        logger().information("closing %d tables", 2);
        Application::uninitialize();
    }
    int main(const std::vector<std::string>&) override {
        logger().information("exporting from " + config().getString("source.host"));
        try {
            config().getInt("source.port");
        } catch (const Poco::SyntaxException& e) {
            logger().error("source.port: %s, 5432 is taken", e.displayText());
        }
        logger().information("interval of " + config().getString("source.interval", "a day"));
        std::string folder = config().getString("export.folder");
        logger().information("written to " + folder);
        return EXIT_OK;
    }
};

POCO_APP_MAIN(Exporter)
