#include <CLI/CLI.hpp>

int main(int argc, char** argv) {
    CLI::App app{"Cuts rasters into tiles"};
    int zoom = 4;
    std::string input;
    app.add_option("--zoom", zoom, "zoom level")->check(CLI::Range(0, 18));
    app.add_option("--input", input, "raster")->required()->check(CLI::ExistingFile);
    CLI11_PARSE(app, argc, argv);
    std::cout << "zoom " << zoom << '\n';
}
