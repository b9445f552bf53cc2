import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/**
 * DynamoDB Local as one machine needs it: on loopback only (by itself it listens on every interface),
 * alone in its folder, and never longer than the program that started it.
 *
 * Arguments: the file to lock ("-" for none), then DynamoDB Local's own. Prints "locked" when another
 * has the folder, else "port N" when it is ready. Ends when its standard input does.
 */
class DynamoDB {
  /** How long a predecessor that is just ending may take to let go of the folder, in milliseconds. */
  static final long PATIENCE = 3_000;

  /** Kept here, as the lock goes with an object that nobody refers to. */
  static FileLock held;

  public static void main(String[] args) throws Exception {
    endWithParent();
    if (!args[0].equals("-")) {
      held = lock(Path.of(args[0]));
      if (held == null) {
        System.out.println("locked");
        System.exit(1);
      }
    }
    DynamoDBProxyServer dynamo =
        ServerRunner.createServerFromCommandLineArgs(Arrays.copyOfRange(args, 1, args.length));
    var field = DynamoDBProxyServer.class.getDeclaredField("server");
    field.setAccessible(true);
    ServerConnector connector = (ServerConnector) ((Server) field.get(dynamo)).getConnectors()[0];
    connector.setHost("127.0.0.1");
    connector.setPort(0); // any free one
    dynamo.start();
    System.out.println("port " + connector.getLocalPort());
    dynamo.join();
  }

  /** A pipe from the parent closes however the parent ends, kill -9 included. */
  private static void endWithParent() {
    Thread watch = new Thread(() -> {
      try {
        while (System.in.read() >= 0) {}
      } catch (IOException closed) {
        // the same as its end
      }
      Runtime.getRuntime().halt(0); // what was acknowledged is on disk; SQLite rolls the rest back
    });
    watch.setDaemon(true);
    watch.start();
  }

  /** The operating system's lock: gone with the process, so no stale one can remain. */
  private static FileLock lock(Path file) throws IOException, InterruptedException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    long until = System.currentTimeMillis() + PATIENCE;
    while (true) {
      FileLock lock = channel.tryLock();
      if (lock != null || System.currentTimeMillis() > until) return lock;
      Thread.sleep(50);
    }
  }
}
