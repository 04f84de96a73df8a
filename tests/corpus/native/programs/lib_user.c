int codec_version(void);
int main(void) { return codec_version() - 7; }
