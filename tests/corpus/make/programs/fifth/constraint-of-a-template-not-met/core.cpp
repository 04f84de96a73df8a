int channels() { return 8; }
