package io.runwisp.store;

import java.sql.Connection;
import org.apache.ibatis.session.AutoMappingBehavior;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.type.JdbcType;

/** MyBatis over connections that are kept: it maps, and does not open, commit or close anything. */
final class Sessions {

    private final SqlSessionFactory factory;

    Sessions() {
        Configuration configuration = new Configuration();
        configuration.setCacheEnabled(false);
        configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
        configuration.setAutoMappingBehavior(AutoMappingBehavior.PARTIAL);
        // Columns stand in the order of the record: to look for their names in each row costs more than the query.
        configuration.setArgNameBasedConstructorAutoMapping(false);
        configuration.setMapUnderscoreToCamelCase(true);
        configuration.setJdbcTypeForNull(JdbcType.NULL);
        configuration.addMapper(ChangeMapper.class);
        configuration.addMapper(StateMapper.class);
        configuration.addMapper(BellMapper.class);
        configuration.addMapper(RunMapper.class);
        factory = new DefaultSqlSessionFactory(configuration);
    }

    /** For the writer, whose statements are few: each is prepared once. */
    SqlSession writing(Connection connection) {
        return factory.openSession(ExecutorType.REUSE, connection);
    }

    /** For a reader, whose statements are many. */
    SqlSession reading(Connection connection) {
        return factory.openSession(ExecutorType.SIMPLE, connection);
    }
}
