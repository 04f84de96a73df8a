import sun.misc.BASE64Encoder;

public class Legacy {
    String encode(byte[] b) { return new BASE64Encoder().encode(b); }
}
