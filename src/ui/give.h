/* give.h - articles given away: saved to a file, or piped to a command */
#ifndef DATELINE_UI_GIVE_H
#define DATELINE_UI_GIVE_H

#include "view.h"

/* Both are about the ui's targets. */
void give_save(struct view *view); /* S: asks for a name, whose end says the form */
void give_pipe(struct view *view); /* |: asks for a command, which gets the text and the terminal */

/* The engine writes what a command is given; when it has, and no line is being typed, the command runs. */
void give_take_event(struct ui *ui, const struct engine_event *event);
void give_run(struct ui *ui);
bool give_drop(struct ui *ui); /* the command is not run any more; false when none waits */

#endif
