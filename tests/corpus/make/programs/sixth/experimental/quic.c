int main(void)
{
    struct quic_stream *s = quic_open("127.0.0.1");
    return s->error;
}
