/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/sheet-window.h"

#include "compat.h"
#include "form/page-parts.h"

#include <glib/gi18n-lib.h>

#define PROGRESS_WIDTH 280

typedef struct
{
  GtkWidget *header;
  GtkWidget *close;
  GtkWidget *accept;
  GtkWidget *notice;
  GtkWidget *stack;
  GtkWidget *column;
  GtkWidget *working;
  GtkWidget *progress;
  GtkWidget *refused;

  AccordTask *task;
  gboolean can_accept;
  gboolean closed;
} AccordSheetWindowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AccordSheetWindow, accord_sheet_window, ADW_TYPE_WINDOW)

#define PRIVATE(self) ((AccordSheetWindowPrivate *) accord_sheet_window_get_instance_private (self))

static gboolean
is_busy (AccordSheetWindow *self)
{
  AccordTask *task = PRIVATE (self)->task;

  return task != NULL && !accord_task_get_finished (task);
}

static gboolean
shows_content (AccordSheetWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (PRIVATE (self)->stack)), "content") == 0;
}

static void
update (AccordSheetWindow *self)
{
  AccordSheetWindowPrivate *priv = PRIVATE (self);

  gtk_widget_set_sensitive (priv->accept, priv->can_accept && !is_busy (self) && shows_content (self));
}

static void
announce (AccordSheetWindow *self, const char *words)
{
  AccordSheetWindowPrivate *priv = PRIVATE (self);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (focus != NULL ? focus : priv->close),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
on_accept (AccordSheetWindow *self)
{
  AccordSheetWindowClass *klass = ACCORD_SHEET_WINDOW_GET_CLASS (self);

  if (klass->accept != NULL && gtk_widget_get_sensitive (PRIVATE (self)->accept))
    klass->accept (self);
}

static void
accept_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  on_accept (ACCORD_SHEET_WINDOW (widget));
}

static void
on_fraction (AccordTask *task, GParamSpec *pspec, AccordSheetWindow *self)
{
  GtkProgressBar *progress = GTK_PROGRESS_BAR (PRIVATE (self)->progress);

  if (accord_task_get_fraction (task) < 0)
    gtk_progress_bar_pulse (progress);
  else
    gtk_progress_bar_set_fraction (progress, accord_task_get_fraction (task));
}

/* Closing stops the work. The window is out of the way at once, and goes when the work has ended. */
static gboolean
accord_sheet_window_close_request (GtkWindow *window)
{
  AccordSheetWindow *self = ACCORD_SHEET_WINDOW (window);

  if (is_busy (self))
    {
      PRIVATE (self)->closed = TRUE;
      accord_task_cancel (PRIVATE (self)->task);
      gtk_widget_hide (GTK_WIDGET (self));
      return GDK_EVENT_STOP;
    }
  return GTK_WINDOW_CLASS (accord_sheet_window_parent_class)->close_request (window);
}

static void
accord_sheet_window_unrealize (GtkWidget *widget)
{
  accord_window_leave_parent (GTK_WINDOW (widget));
  GTK_WIDGET_CLASS (accord_sheet_window_parent_class)->unrealize (widget);
}

static void
accord_sheet_window_dispose (GObject *object)
{
  AccordSheetWindow *self = ACCORD_SHEET_WINDOW (object);

  if (is_busy (self))
    accord_task_cancel (PRIVATE (self)->task);
  PRIVATE (self)->closed = TRUE;

  G_OBJECT_CLASS (accord_sheet_window_parent_class)->dispose (object);
}

static void
accord_sheet_window_finalize (GObject *object)
{
  g_clear_object (&PRIVATE (ACCORD_SHEET_WINDOW (object))->task);

  G_OBJECT_CLASS (accord_sheet_window_parent_class)->finalize (object);
}

static void
accord_sheet_window_class_init (AccordSheetWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_sheet_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_sheet_window_finalize;
  widget_class->unrealize = accord_sheet_window_unrealize;
  GTK_WINDOW_CLASS (klass)->close_request = accord_sheet_window_close_request;
  gtk_widget_class_install_action (widget_class, "sheet.accept", NULL, accept_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "sheet.accept", NULL);
}

static GtkWidget *
make_header (AccordSheetWindow *self)
{
  AccordSheetWindowPrivate *priv = PRIVATE (self);

  priv->header = adw_header_bar_new ();
  priv->close = accord_page_button (_ ("_Cancel"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (priv->close), "window.close");
  priv->accept = accord_page_button (_ ("_OK"));
  gtk_widget_add_css_class (priv->accept, "suggested-action");
  gtk_widget_hide (priv->accept);
  g_signal_connect_object (priv->accept, "clicked", G_CALLBACK (on_accept), self, G_CONNECT_SWAPPED);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (priv->header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (priv->header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (priv->header), priv->close);
  adw_header_bar_pack_end (ADW_HEADER_BAR (priv->header), priv->accept);
  return priv->header;
}

static GtkWidget *
make_column (AccordSheetWindow *self)
{
  AccordSheetWindowPrivate *priv = PRIVATE (self);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  priv->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (priv->column, "page-column");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), priv->column);
  return scrolled;
}

static void
make_states (AccordSheetWindow *self)
{
  AccordSheetWindowPrivate *priv = PRIVATE (self);

  priv->working = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "accord-review-symbolic", NULL);
  priv->progress = gtk_progress_bar_new ();
  gtk_widget_set_halign (priv->progress, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (priv->progress, PROGRESS_WIDTH, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Progress"), -1);
  adw_status_page_set_child (ADW_STATUS_PAGE (priv->working), priv->progress);
  priv->refused = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "accord-warning-symbolic", NULL);
  gtk_widget_add_css_class (priv->refused, "error-page");
  gtk_stack_add_named (GTK_STACK (priv->stack), priv->working, "working");
  gtk_stack_add_named (GTK_STACK (priv->stack), priv->refused, "refused");
}

static void
accord_sheet_window_init (AccordSheetWindow *self)
{
  AccordSheetWindowPrivate *priv = PRIVATE (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_widget_add_css_class (box, "page");
  priv->notice = accord_page_label (NULL, "notice");
  gtk_widget_add_css_class (priv->notice, "error");
  gtk_widget_hide (priv->notice);
  priv->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (priv->stack, TRUE);
  gtk_stack_set_hhomogeneous (GTK_STACK (priv->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (priv->stack), make_column (self), "content");
  make_states (self);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), priv->notice);
  gtk_box_append (GTK_BOX (box), priv->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
}

/**
 * accord_sheet_window_get_column:
 * @self: a sheet
 *
 * Returns: (transfer none): the column that its cards stand in, a box
 */
GtkWidget *
accord_sheet_window_get_column (AccordSheetWindow *self)
{
  g_return_val_if_fail (ACCORD_IS_SHEET_WINDOW (self), NULL);

  return PRIVATE (self)->column;
}

/**
 * accord_sheet_window_set_content:
 * @self: a sheet
 * @content: (transfer floating): what it shows instead of a column of cards
 *
 * For a sheet that fills its window in a way of its own.
 */
void
accord_sheet_window_set_content (AccordSheetWindow *self, GtkWidget *content)
{
  AccordSheetWindowPrivate *priv = PRIVATE (self);

  g_return_if_fail (ACCORD_IS_SHEET_WINDOW (self));

  priv->column = NULL;
  gtk_stack_remove (GTK_STACK (priv->stack),
                    gtk_stack_get_child_by_name (GTK_STACK (priv->stack), "content"));
  gtk_stack_add_named (GTK_STACK (priv->stack), content, "content");
  gtk_stack_set_visible_child_name (GTK_STACK (priv->stack), "content");
}

/**
 * accord_sheet_window_set_accept:
 * @self: a sheet
 * @label: (nullable): what the button that does it says, with a mnemonic; %NULL where there is nothing to do
 * @enabled: whether it can be done now
 *
 * Says what the sheet is for.
 */
void
accord_sheet_window_set_accept (AccordSheetWindow *self, const char *label, gboolean enabled)
{
  AccordSheetWindowPrivate *priv = PRIVATE (self);

  g_return_if_fail (ACCORD_IS_SHEET_WINDOW (self));

  if (label != NULL && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (priv->accept)), label) != 0)
    gtk_button_set_label (GTK_BUTTON (priv->accept), label);
  if (label != NULL)
    accord_page_name_buttons (priv->accept);
  gtk_widget_set_visible (priv->accept, label != NULL);
  priv->can_accept = label != NULL && enabled;
  update (self);
}

/**
 * accord_sheet_window_get_accept:
 * @self: a sheet
 *
 * Returns: (transfer none): the button that does what the sheet is for
 */
GtkWidget *
accord_sheet_window_get_accept (AccordSheetWindow *self)
{
  g_return_val_if_fail (ACCORD_IS_SHEET_WINDOW (self), NULL);

  return PRIVATE (self)->accept;
}

/**
 * accord_sheet_window_set_close:
 * @self: a sheet
 * @label: what the button that puts it away says, with a mnemonic
 *
 * Says whether there is something to give up, or only to put away.
 */
void
accord_sheet_window_set_close (AccordSheetWindow *self, const char *label)
{
  g_return_if_fail (ACCORD_IS_SHEET_WINDOW (self));

  gtk_button_set_label (GTK_BUTTON (PRIVATE (self)->close), label);
  accord_page_name_buttons (PRIVATE (self)->close);
}

/**
 * accord_sheet_window_add_button:
 * @self: a sheet
 * @button: (transfer floating): a second thing that can be done
 *
 * Puts it beside the first.
 */
void
accord_sheet_window_add_button (AccordSheetWindow *self, GtkWidget *button)
{
  g_return_if_fail (ACCORD_IS_SHEET_WINDOW (self));

  adw_header_bar_pack_end (ADW_HEADER_BAR (PRIVATE (self)->header), button);
}

/**
 * accord_sheet_window_begin:
 * @self: a sheet
 * @title: what is being done
 * @detail: (nullable): with what
 *
 * Shows that the sheet is at work. Whoever begins calls accord_sheet_window_end() when it has ended, in
 * whatever way, and holds a reference on @self till then.
 *
 * Returns: (transfer full): the work
 */
AccordTask *
accord_sheet_window_begin (AccordSheetWindow *self, const char *title, const char *detail)
{
  AccordSheetWindowPrivate *priv = PRIVATE (self);
  g_autofree char *escaped = detail != NULL ? g_markup_escape_text (detail, -1) : NULL;

  g_return_val_if_fail (ACCORD_IS_SHEET_WINDOW (self), NULL);

  g_clear_object (&priv->task);
  priv->task = accord_task_new (title);
  g_signal_connect_object (priv->task, "notify::fraction", G_CALLBACK (on_fraction), self, 0);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (priv->progress), 0);
  adw_status_page_set_title (ADW_STATUS_PAGE (priv->working), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (priv->working), escaped);
  gtk_stack_set_visible_child_name (GTK_STACK (priv->stack), "working");
  accord_sheet_window_say (self, NULL);
  update (self);
  announce (self, title);
  return g_object_ref (priv->task);
}

/**
 * accord_sheet_window_end:
 * @self: a sheet whose work has ended
 *
 * Shows what it showed before.
 *
 * Returns: %FALSE where the sheet was closed meanwhile, so that nobody waits for an answer
 */
gboolean
accord_sheet_window_end (AccordSheetWindow *self)
{
  AccordSheetWindowPrivate *priv = PRIVATE (self);

  g_return_val_if_fail (ACCORD_IS_SHEET_WINDOW (self), FALSE);

  if (priv->task != NULL)
    accord_task_finish (priv->task);
  if (priv->closed)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return FALSE;
    }
  gtk_stack_set_visible_child_name (GTK_STACK (priv->stack), "content");
  update (self);
  return TRUE;
}

/**
 * accord_sheet_window_refuse:
 * @self: a sheet
 * @title: what cannot be done
 * @words: why, and what to do about it
 *
 * Says so; nothing is left to do in the sheet.
 */
void
accord_sheet_window_refuse (AccordSheetWindow *self, const char *title, const char *words)
{
  AccordSheetWindowPrivate *priv = PRIVATE (self);
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  g_return_if_fail (ACCORD_IS_SHEET_WINDOW (self));

  adw_status_page_set_title (ADW_STATUS_PAGE (priv->refused), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (priv->refused), escaped);
  gtk_stack_set_visible_child_name (GTK_STACK (priv->stack), "refused");
  accord_sheet_window_set_accept (self, NULL, FALSE);
  accord_sheet_window_set_close (self, _ ("_Close"));
  gtk_widget_grab_focus (priv->close);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->close), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}

/**
 * accord_sheet_window_say:
 * @self: a sheet
 * @words: (nullable): what went wrong, or %NULL for nothing
 *
 * Says it above what the sheet shows, which stays.
 */
void
accord_sheet_window_say (AccordSheetWindow *self, const char *words)
{
  AccordSheetWindowPrivate *priv = PRIVATE (self);

  g_return_if_fail (ACCORD_IS_SHEET_WINDOW (self));

  gtk_label_set_label (GTK_LABEL (priv->notice), words != NULL ? words : "");
  gtk_widget_set_visible (priv->notice, words != NULL);
  if (words != NULL)
    announce (self, words);
}

/**
 * accord_sheet_window_done:
 * @self: a sheet
 *
 * Shows that all is done, and leaves only a button that puts the sheet away, which has the focus.
 */
void
accord_sheet_window_done (AccordSheetWindow *self)
{
  g_return_if_fail (ACCORD_IS_SHEET_WINDOW (self));

  accord_sheet_window_set_accept (self, NULL, FALSE);
  accord_sheet_window_set_close (self, _ ("_Close"));
  gtk_widget_grab_focus (PRIVATE (self)->close);
}
