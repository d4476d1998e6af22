package dev.idp.plan;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/** Hides what Immutables generates. Not kept in class files, where it would be a riddle to users' compilers. */
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        builderVisibility = Value.Style.BuilderVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true)
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
@interface Hidden {}
