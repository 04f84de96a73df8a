import java.io.File;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;

public class Lookup {
    static void write(String folder, String... titles) throws Exception {
        try (IndexWriter writer = new IndexWriter(FSDirectory.open(new File(folder)), new IndexWriterConfig(Version.LATEST, new StandardAnalyzer()))) {
            for (String title : titles) {
                Document document = new Document();
                document.add(new TextField("title", title, Field.Store.YES));
                writer.addDocument(document);
            }
        }
        System.out.println(folder + ": " + titles.length + " titles");
    }

    static int size(String folder) throws Exception {
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(new File(folder)))) {
            return reader.numDocs();
        }
    }

    public static void main(String[] args) throws Exception {
        write("index/books", "Error Analysis", "Failure Is an Option");
        for (String folder : new String[] {"index/books", "index/maps"}) {
            System.out.println(folder + " has " + size(folder) + " documents");
        }
    }
}
