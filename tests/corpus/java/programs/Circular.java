public class Circular {
    public static void main(String[] args) throws Exception {
        Exception a = new Exception("job failed");
        Exception b = new Exception("stage failed", a);
        a.initCause(b);
        System.out.println("running the job");
        throw b;
    }
}
