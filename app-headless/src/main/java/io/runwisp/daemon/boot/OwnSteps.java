package io.runwisp.daemon.boot;

import io.runwisp.auth.JwtSecret;
import io.runwisp.auth.Password;
import io.runwisp.data.ConfigEntries;
import io.runwisp.data.DataDirectory;
import io.runwisp.data.Fingerprint;
import io.runwisp.data.Opening;

/** The steps that need the data directory and the rows of the database only. {@link DiskSteps} does them on a disk. */
public interface OwnSteps {

    /** Step 1: makes the directory, or looks at it. */
    StepResult<Opening.Opened> openDirectory();

    /** After step 1: becomes its only owner. */
    StepResult<HeldDirectory> lock(DataDirectory directory);

    /** First half of step 2: makes an empty database file with its mode when there is none. */
    StepResult<DataDirectory> makeDatabaseFile(DataDirectory directory);

    /** Step 3. */
    StepResult<Fingerprint> fingerprint(ConfigEntries entries);

    /** Step 4. */
    StepResult<Password> password(DataDirectory directory);

    /** Step 5. */
    StepResult<JwtSecret.Resolution> secret(Password password, ConfigEntries entries);
}
