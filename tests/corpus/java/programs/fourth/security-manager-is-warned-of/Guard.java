public class Guard {
    public static void main(String[] args) {
        System.setSecurityManager(new SecurityManager() {
            @Override
            public void checkExit(int status) {
                if (status == 7) {
                    throw new SecurityException("exit " + status + " is not allowed here");
                }
            }

            @Override
            public void checkPermission(java.security.Permission permission) {
            }
        });
        try {
            System.exit(7);
        } catch (SecurityException e) {
            e.printStackTrace();
        }
        System.out.println("plugin tried to exit, it goes on: all 3 plugins done");
    }
}
