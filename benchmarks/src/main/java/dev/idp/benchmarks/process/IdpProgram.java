package dev.idp.benchmarks.process;

import dev.idp.benchmarks.LargeShop;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Layout;
import java.nio.file.Path;

/** Declares, plans, renders and writes the platform, as a user's program would. */
public final class IdpProgram {

    private IdpProgram() {}

    /**
     * Runs it.
     *
     * @param args how many services, and the directory to write to
     */
    public static void main(String[] args) {
        Kubernetes.write(LargeShop.of(Integer.parseInt(args[0])).plan(), Path.of(args[1]), Layout.filePerWorkload());
        Allocation.printIfAsked();
    }
}
