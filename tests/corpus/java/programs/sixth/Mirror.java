import java.io.File;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/** Clones a repository from the first mirror that has it. */
public class Mirror {
    public static void main(String[] args) throws Exception {
        try (Git source = Git.init().setDirectory(new File("/tmp/mirror-c")).call()) {
            source.commit().setMessage("fix: NullPointerException at start").setAuthor("n", "n@example.org").setCommitter("n", "n@example.org").call();
        }
        for (String url : new String[] {"git://127.0.0.1:18888/tools.git", "file:///tmp/mirror-b", "file:///tmp/mirror-c"}) {
            try (Git clone = Git.cloneRepository().setURI(url).setDirectory(new File("/app/clone")).call()) {
                System.out.println("cloned from " + url + ": " + clone.log().call().iterator().next().getShortMessage());
                break;
            } catch (GitAPIException e) {
                System.err.print("mirror " + url + " cannot be used: ");
                e.printStackTrace();
            }
        }
    }
}
