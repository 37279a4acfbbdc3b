package io.runwisp.store;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The rows of the bell. */
interface BellMapper {

    String ALL = " id, fingerprint, kind, severity, task_name, run_id, title, body, count, occurrences_json, created_at,"
            + " last_occurred_at, read_at ";

    @Select("SELECT" + ALL + "FROM notifications WHERE fingerprint = #{fingerprint} ORDER BY last_occurred_at DESC, id"
            + " DESC LIMIT 1")
    @Nullable
    NoticeRow newest(String fingerprint);

    @Select("SELECT" + ALL + "FROM notifications WHERE id = #{id}")
    @Nullable
    NoticeRow find(String id);

    @Select("SELECT" + ALL + "FROM notifications ORDER BY id DESC LIMIT #{limit}")
    List<NoticeRow> first(int limit);

    @Select("SELECT" + ALL + "FROM notifications WHERE id < #{before} ORDER BY id DESC LIMIT #{limit}")
    List<NoticeRow> before(@Param("before") String before, @Param("limit") int limit);

    @Select("SELECT count(*) FROM notifications WHERE read_at IS NULL")
    int unread();

    @Insert("INSERT OR REPLACE INTO notifications (" + ALL + ") VALUES (#{id}, #{fingerprint}, #{kind}, #{severity},"
            + " #{taskName}, #{runId}, #{title}, #{body}, #{count}, #{occurrences}, #{createdAt}, #{lastOccurredAt},"
            + " #{readAt})")
    void save(NoticeRow row);

    @Update("UPDATE notifications SET read_at = #{at} WHERE read_at IS NULL")
    int readAll(String at);

    @Delete("""
            DELETE FROM notifications WHERE last_occurred_at < #{lastBefore} OR id <=
              (SELECT id FROM notifications ORDER BY id DESC LIMIT 1 OFFSET #{keep})
            """)
    int forget(@Param("keep") int keep, @Param("lastBefore") String lastBefore);

    /** A row of {@code notifications}. */
    record NoticeRow(String id, String fingerprint, String kind, String severity, String taskName, String runId,
            String title, String body, int count, String occurrences, String createdAt, String lastOccurredAt,
            @Nullable String readAt) {
    }
}
