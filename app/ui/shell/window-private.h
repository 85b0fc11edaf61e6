/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/browser.h"
#include "shell/fold.h"
#include "shell/goto-find.h"
#include "shell/navigation.h"
#include "shell/search-field.h"
#include "shell/sidebar.h"
#include "shell/task-bar.h"
#include "shell/window.h"

G_BEGIN_DECLS

/**
 * AccordStepKind:
 * @ACCORD_STEP_GO: to a place and record
 * @ACCORD_STEP_PASS: to a place, perhaps on the way to another
 * @ACCORD_STEP_SELECT: to another record of the list in view
 * @ACCORD_STEP_BACK: where the person came from
 * @ACCORD_STEP_FORWARD: where the person went back from
 * @ACCORD_STEP_CLOSE: out of the window
 *
 * A way out of what is in view.
 */
typedef enum
{
  ACCORD_STEP_GO,
  ACCORD_STEP_PASS,
  ACCORD_STEP_SELECT,
  ACCORD_STEP_BACK,
  ACCORD_STEP_FORWARD,
  ACCORD_STEP_CLOSE,
} AccordStepKind;

/**
 * AccordStep:
 * @kind: which way
 * @place: the place, or %NULL where @kind says enough
 * @record: the record to show there, or 0
 * @query: (nullable): what its list is narrowed to
 *
 * A step on the way.
 */
typedef struct
{
  AccordStepKind kind;
  const AccordPlace *place;
  gint64 record;
  AccordQuery *query;
} AccordStep;

struct _AccordWindow
{
  AdwApplicationWindow parent_instance;

  GtkStack *states;
  AdwStatusPage *opening_page;
  GtkSpinner *spinner;
  AdwStatusPage *error_page;
  GtkWidget *retry_button;

  AccordFold *fold;
  AccordSidebar *sidebar;
  AccordBrowser *browser;
  AccordSearchField *search;
  GtkWidget *header;
  const char *header_text;
  int header_width;
  GtkLabel *place_title;
  GtkWidget *sidebar_button;
  GtkButton *add_button;
  GtkWidget *add_label;
  GtkWidget *restore_button;
  GtkMenuButton *menu_button;
  GMenu *undo_section;
  AdwToastOverlay *toasts;
  GtkWidget *notice;
  GtkLabel *notice_label;
  AccordTaskBar *tasks;
  GtkWidget *drop_area;

  GtkWidget *add_menu;
  GMenu *pin_section;

  AccordWorkspace *workspace;
  AccordPlaceCounts *counts;
  AccordPinList *pins;
  AccordRecent *recent;
  AccordGotoContext found;
  GHashTable *disabled;
  AccordPin unpinned;
  int unpinned_position;
  gboolean pinned;
  AccordNavigation *navigation;
  AdwToast *undo_toast;
  gint64 toasted;
  GtkWidget *announced;
  char *path;
  guint opening_delay;
  AccordStep pending;
  gboolean has_pending;
  gboolean asking;
  gboolean stepping_through_history;
  gboolean show_deleted;
  gboolean leaving;
  gboolean reviewing;
};

/* window-menu.c: the menu */
void accord_window_make_menu (AccordWindow *self);
void accord_window_fill_menu (AccordWindow *self);

/* window-register.c: what the NHS says of organisations, and what is kept twice */
void accord_window_install_register (GtkWidgetClass *widget_class);

/* window-packs.c: packs that are opened, and one’s own key */
void accord_window_install_packs (GtkWidgetClass *widget_class);

/* window-steps.c: from one place to the next, with unsaved edits in mind */
void accord_window_step (AccordWindow *self, AccordStep step);
void accord_window_drop_step (AccordWindow *self);
void accord_window_continue (AccordWindow *self);
void accord_window_show_location (AccordWindow *self);
void accord_window_focus_content (AccordWindow *self);
void accord_window_note_view (AccordWindow *self);
const AccordPlace *accord_window_get_place (AccordWindow *self);

/* window-actions.c: what a person can do, and when */
void accord_window_install_actions (GtkWidgetClass *widget_class);
void accord_window_update_actions (AccordWindow *self);

void accord_window_enable (AccordWindow *self, const char *action, gboolean enabled);
gboolean accord_window_can (AccordWindow *self, const char *action);
char *accord_window_dup_action_label (AccordWindow *self, const char *action);

/* window-pins.c: what is kept at hand */
void accord_window_install_pins (GtkWidgetClass *widget_class);
void accord_window_update_pin_actions (AccordWindow *self, gboolean writable);
void accord_window_clear_pins (AccordWindow *self);

/* window-state.c: what the window as a whole shows */
void accord_window_attach (AccordWindow *self, AccordWorkspace *workspace);

/* window-add.c: adding from where nothing is listed */
void accord_window_make_add_menu (AccordWindow *self);

/* window-memory.c: how a workspace was left */
void accord_window_recall (AccordWindow *self);
void accord_window_remember (AccordWindow *self);

/* window-go.c: to what a part of the window names */
void accord_window_install_ways (GtkWidgetClass *widget_class);
void accord_window_open_record (AccordWindow *self, const char *kind, gint64 id);
void accord_window_show_list (AccordWindow *self, AccordQuery *query);
void accord_window_take_way (AccordWindow *self, const AccordStep *step, AccordWay way);
void accord_window_choose (AccordWindow *self, const AccordGotoChoice *choice, AccordWay way);

/* window-changes.c: what has changed, and taking it back */
void accord_window_watch_workspace (AccordWindow *self);
void accord_window_delete_selected (AccordWindow *self);
void accord_window_restore_selected (AccordWindow *self);
void accord_window_dismiss_toast (AccordWindow *self);
void accord_window_toast (AccordWindow *self, const char *words, GtkWidget *title, const char *button,
                          const char *action);
void accord_window_say_with (AccordWindow *self, const char *words, const char *button, const char *action);
void accord_window_undo (AccordWindow *self);
void accord_window_redo (AccordWindow *self);

/* window-drop.c: files dropped onto the window */
void accord_window_accept_files (AccordWindow *self);

G_END_DECLS
