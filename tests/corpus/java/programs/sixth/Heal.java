import java.io.File;
import java.io.RandomAccessFile;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;

/** Makes an index of two segments and damages one of them. */
public class Heal {
    public static void main(String[] args) throws Exception {
        File folder = new File("/app/index");
        try (FSDirectory directory = FSDirectory.open(folder)) {
            for (int segment = 0; segment < 2; segment++) {
                IndexWriterConfig config = new IndexWriterConfig(Version.LATEST, new StandardAnalyzer());
                config.setMergePolicy(NoMergePolicy.INSTANCE).setUseCompoundFile(false);
                try (IndexWriter writer = new IndexWriter(directory, config)) {
                    for (int i = 0; i < 20; i++) {
                        Document document = new Document();
                        document.add(new TextField("text", "error " + i + " of segment " + segment, Field.Store.YES));
                        writer.addDocument(document);
                    }
                }
            }
        }
        try (RandomAccessFile file = new RandomAccessFile(new File(folder, "_1.fdt"), "rw")) {
            file.seek(2);
            file.write(new byte[] {1, 2, 3, 4});
        }
    }
}
