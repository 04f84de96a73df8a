#include <log4cplus/configurator.h>
#include <log4cplus/initializer.h>
#include <log4cplus/logger.h>
#include <log4cplus/loggingmacros.h>
#include <fstream>
#include <stdexcept>

struct Palette { int colours; };

Palette load(const std::string& path) {
    std::ifstream in(path);
    std::string magic;
    int colours = 0;
    in >> magic >> colours;
    if (magic != "PAL2") throw std::runtime_error("palette " + path + " has magic '" + magic + "', PAL2 is needed");
    return {colours};
}

int main() {
    log4cplus::Initializer initializer;
    log4cplus::PropertyConfigurator::doConfigure("log.properties");
    auto log = log4cplus::Logger::getInstance("render.tiles");
    LOG4CPLUS_INFO(log, "rendering zoom 7 with 2 workers");
    LOG4CPLUS_DEBUG(log, "cache holds 0 tiles");
    try {
        Palette palette = load("relief.pal");
        LOG4CPLUS_INFO(log, palette.colours << " colours");
    } catch (const std::exception& error) {
        LOG4CPLUS_ERROR(log, error.what());
        LOG4CPLUS_INFO(log, "workers stopped, queue dropped (1024 tiles)");
        return 1;
    }
}
