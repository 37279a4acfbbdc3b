package io.runwisp.daemon.life;

import io.runwisp.daemon.log.DaemonLog;
import io.runwisp.engine.EngineEffect;
import io.runwisp.engine.ProcessLauncher;

/** Has the effects of the engine carried out by its ports. The engine thread's. */
final class PortEffects implements EngineLoop.Effects {

    private final JournalDesk journal;
    private final ProcessLauncher launcher;
    private final Questions questions;
    private final Runnable retention;
    private final DaemonLog log;

    PortEffects(JournalDesk journal, ProcessLauncher launcher, Questions questions, Runnable retention,
            DaemonLog log) {
        this.journal = journal;
        this.launcher = launcher;
        this.questions = questions;
        this.retention = retention;
        this.log = log;
    }

    @Override
    public void perform(EngineEffect effect) {
        switch (effect) {
            case EngineEffect.WriteJournal write -> journal.write(write.batch(), write.changes());
            case EngineEffect.LaunchProcess launch -> launcher.launch(launch.launch());
            case EngineEffect.ReleaseProcess release -> launcher.release(release.run());
            case EngineEffect.SignalProcess signal -> launcher.signal(signal.run(), signal.signal());
            case EngineEffect.CloseOutput close -> launcher.closeOutput(close.run());
            case EngineEffect.SayInLog say -> launcher.say(say.run(), say.text());
            case EngineEffect.StartProbe start -> launcher.probe(start.probe());
            case EngineEffect.CancelProbe cancel -> launcher.cancelProbe(cancel.replica());
            case EngineEffect.Answer answer -> questions.answer(answer);
            case EngineEffect.Narrate narrate -> log.line(narrate.level(), narrate.text());
            case EngineEffect.SweepRetention _ -> retention.run();
            case EngineEffect.Finished _ -> {
                // The loop has seen to it.
            }
        }
    }

    @Override
    public void settle() {
        journal.settle();
    }
}
