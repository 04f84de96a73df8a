int main(int argc, char **argv) {
    int unused;
    return 0;
}
