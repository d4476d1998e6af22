package dev.idp.benchmarks.process;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;

/** What a process allocated until now, printed at its end if the property {@code allocation} asks for it. */
final class Allocation {

    static final String PROPERTY = "allocation";

    private Allocation() {}

    static void printIfAsked() {
        if (Boolean.getBoolean(PROPERTY)) {
            Threads.print();
        }
    }

    /** Apart, so that a run that does not ask loads nothing of this. */
    private static final class Threads {

        static void print() {
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long[] bytes = threads.getThreadAllocatedBytes(threads.getAllThreadIds());
            System.out.println(LongStream.of(bytes).filter(count -> count > 0).sum());
        }
    }
}
