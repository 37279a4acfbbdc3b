package io.runwisp.client;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.config.Loading;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every test of the contract can fail: a daemon that refuses everything passes none of them. */
class DaemonApiContractTest {

    static List<Method> tests() {
        return Arrays.stream(DaemonApiContract.class.getDeclaredClasses())
            .flatMap(part -> Arrays.stream(part.getSuperclass().getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Test.class))
            .toList();
    }

    @ParameterizedTest
    @MethodSource("tests")
    void aDaemonThatRefusesEverythingDoesNotPass(Method test) throws ReflectiveOperationException {
        DaemonApiContract contract = new DaemonApiContract() {
            @Override
            DaemonApi api() {
                return refusing();
            }
        };
        Class<?> part = Arrays.stream(DaemonApiContract.class.getDeclaredClasses())
            .filter(test.getDeclaringClass()::isAssignableFrom)
            .findFirst()
            .orElseThrow();
        Object made = part.getDeclaredConstructor(DaemonApiContract.class).newInstance(contract);
        InvocationTargetException thrown = assertThrows(InvocationTargetException.class, () -> test.invoke(made));
        Throwable why = thrown.getCause();
        assertTrue(why instanceof ApiProblem || why instanceof AssertionError, String.valueOf(why));
    }

    @Test
    void theConfigurationOfTheContractIsGood(@TempDir Path folder) {
        Loading.in(folder).valid(DaemonApiContract.CONFIG);
    }

    private static DaemonApi refusing() {
        return (DaemonApi) Proxy.newProxyInstance(DaemonApi.class.getClassLoader(), new Class<?>[]{DaemonApi.class},
                (_, method, _) -> {
                    throw new ApiProblem(Problem.of(ProblemCode.INTERNAL, method.getName() + " is refused"));
                });
    }
}
