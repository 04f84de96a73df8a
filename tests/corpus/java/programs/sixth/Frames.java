import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.*;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import java.io.DataOutputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** Takes measurements from four meters; one of them speaks an older protocol. */
public class Frames {
    static final CountDownLatch taken = new CountDownLatch(3);

    static void meter(int number, int length, byte[] body) throws Exception {
        try (Socket s = new Socket("127.0.0.1", 18882)) {
            DataOutputStream out = new DataOutputStream(s.getOutputStream());
            out.writeInt(length);
            out.write(body);
            out.flush();
            s.shutdownOutput();
            while (s.getInputStream().read() >= 0) { }
        }
        System.out.println("meter " + number + " has hung up");
    }

    public static void main(String[] args) throws Exception {
        EventLoopGroup group = new NioEventLoopGroup(1);
        new ServerBootstrap().group(group).channel(NioServerSocketChannel.class).childHandler(new ChannelInitializer<Channel>() {
            @Override protected void initChannel(Channel ch) {
                ch.pipeline().addLast(new LengthFieldBasedFrameDecoder(64, 0, 4, 0, 4), new SimpleChannelInboundHandler<ByteBuf>() {
                    @Override protected void channelRead0(ChannelHandlerContext context, ByteBuf frame) {
                        System.out.println("frame of " + frame.readableBytes() + " bytes");
                        taken.countDown();
                        context.close();
                    }
                });
            }
        }).bind("127.0.0.1", 18882).sync();
        meter(1, 8, new byte[8]);
        meter(2, 0x47455420, "/old HTTP/1.0".getBytes());
        meter(3, 16, new byte[16]);
        meter(4, 4, new byte[4]);
        taken.await();
        group.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS).sync();
        System.out.println("3 of 4 meters were read, meter 2 is on the list of old ones");
    }
}
