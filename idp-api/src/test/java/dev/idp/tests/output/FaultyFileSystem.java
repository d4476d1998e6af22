package dev.idp.tests.output;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The real file system, which counts what is done to it and, if asked, fails at one of the changes made to it. */
final class FaultyFileSystem extends FileSystem {

    /** What is special about it. */
    enum Kind {
        /** Nothing. */
        SOUND,
        /** One change fails. */
        FAILS_ONCE,
        /** One change fails, and every change after it, as for a program that is no more. */
        CRASHES,
        /** It cannot move files atomically. */
        MOVES_IN_STEPS,
        /** It takes names that differ only in case for one. */
        IGNORES_CASE
    }

    private final FileSystem real;
    private final Kind kind;
    private final int faultAt;
    private final FileSystemProvider provider = new Provider();

    private int changes;
    private int looks;
    private int reads;

    private FaultyFileSystem(FileSystem real, Kind kind, int faultAt) {
        this.real = real;
        this.kind = kind;
        this.faultAt = faultAt;
    }

    static FaultyFileSystem of(Path directory, Kind kind, int faultAt) {
        return new FaultyFileSystem(directory.getFileSystem(), kind, faultAt);
    }

    static FaultyFileSystem of(Path directory, Kind kind) {
        return of(directory, kind, 0);
    }

    /** The same path, on this file system. */
    Path on(Path path) {
        return (Path) Proxy.newProxyInstance(
                FaultyFileSystem.class.getClassLoader(),
                new Class<?>[] {Path.class},
                (proxy, method, arguments) -> call(path, method, arguments));
    }

    /** How many changes were tried, among them those that failed. */
    int changes() {
        return changes;
    }

    /** How often attributes were read. */
    int looks() {
        return looks;
    }

    /** How many files were opened for reading. */
    int reads() {
        return reads;
    }

    private @Nullable Object call(Path path, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("getFileSystem")) {
            return this;
        }
        Object[] unwrapped = arguments == null
                ? new Object[0]
                : Arrays.stream(arguments)
                        .map(argument -> argument instanceof Path other ? off(other) : argument)
                        .toArray();
        try {
            Object result = method.invoke(path, unwrapped);
            return result instanceof Path other ? on(other) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** The same path, on the real file system. */
    private Path off(Path path) {
        if (path.getFileSystem() != this) {
            return path;
        }
        String name = path.toString();
        return real.getPath(kind == Kind.IGNORES_CASE ? name.toLowerCase(Locale.ROOT) : name);
    }

    private boolean faulty() {
        changes++;
        return kind == Kind.CRASHES ? changes >= faultAt : kind == Kind.FAILS_ONCE && changes == faultAt;
    }

    private void change() throws IOException {
        if (faulty()) {
            throw new IOException("fault " + changes);
        }
    }

    private final class Provider extends FileSystemProvider {

        private FileSystemProvider real() {
            return real.provider();
        }

        @Override
        public SeekableByteChannel newByteChannel(
                Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
            if (options.contains(StandardOpenOption.WRITE)) {
                change();
                return new FaultyChannel(real().newByteChannel(off(path), options, attributes));
            }
            reads++;
            return real().newByteChannel(off(path), options, attributes);
        }

        @Override
        public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
                throws IOException {
            change();
            return real().newFileChannel(off(path), options, attributes);
        }

        @Override
        public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
            change();
            real().createDirectory(off(path), attributes);
        }

        @Override
        public void delete(Path path) throws IOException {
            change();
            real().delete(off(path));
        }

        @Override
        public void move(Path from, Path to, CopyOption... options) throws IOException {
            if (kind == Kind.MOVES_IN_STEPS && List.of(options).contains(StandardCopyOption.ATOMIC_MOVE)) {
                throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "it is not that kind");
            }
            change();
            real().move(off(from), off(to), options);
        }

        @Override
        public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
                throws IOException {
            looks++;
            return real().readAttributes(off(path), type, options);
        }

        @Override
        public void checkAccess(Path path, AccessMode... modes) throws IOException {
            looks++;
            real().checkAccess(off(path), modes);
        }

        @Override
        public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getScheme() {
            return "faulty";
        }

        @Override
        public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileSystem getFileSystem(URI uri) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Path getPath(URI uri) {
            throw new UnsupportedOperationException();
        }

        @Override
        public DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void copy(Path from, Path to, CopyOption... options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isSameFile(Path path, Path other) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isHidden(Path path) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileStore getFileStore(Path path) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
            throw new UnsupportedOperationException();
        }
    }

    /** A channel whose faulty write gets half of its bytes through. */
    private final class FaultyChannel implements SeekableByteChannel {

        private final SeekableByteChannel channel;

        private FaultyChannel(SeekableByteChannel channel) {
            this.channel = channel;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            if (faulty()) {
                channel.write(source.duplicate().limit(source.position() + source.remaining() / 2));
                throw new IOException("fault " + changes);
            }
            return channel.write(source);
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            change();
            channel.truncate(size);
            return this;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return channel.read(target);
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            channel.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public Path getPath(String first, String... more) {
        return on(real.getPath(first, more));
    }

    @Override
    public void close() {}

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return real.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }
}
