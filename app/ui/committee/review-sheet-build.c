/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/review-sheet-private.h"

#include "form/page-parts.h"
#include "form/words.h"
#include "status-pill.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
make_button (const char *label, const char *action)
{
  GtkWidget *button = accord_page_button (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
make_header (AccordReviewSheet *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->names = adw_window_title_new (_ ("Go through what was read"), "");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->names);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  return header;
}

static GtkWidget *
make_head (AccordReviewSheet *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = accord_words_new (1);

  self->title = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0,
                              "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", 2, "ellipsize",
                              PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (self->title, "review-name");
  self->line = accord_page_label (NULL, "second-line");
  self->cut = accord_status_pill_new ();
  gtk_widget_set_hexpand (words, TRUE);
  accord_words_append (words, self->title);
  accord_words_append (words, self->line);
  gtk_widget_add_css_class (head, "review-head");
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), self->cut);
  return head;
}

/* A pane under a line that says what it is. */
static GtkWidget *
make_pane (const char *title, GtkWidget **line, GtkWidget *child, const char *style_class)
{
  GtkWidget *pane = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", title, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "xalign",
                    0.0, "hexpand", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (*line, "review-bar");
  gtk_box_append (GTK_BOX (*line), label);
  gtk_widget_set_vexpand (child, TRUE);
  gtk_box_append (GTK_BOX (pane), *line);
  gtk_box_append (GTK_BOX (pane), child);
  gtk_widget_add_css_class (pane, style_class);
  return pane;
}

static GtkWidget *
make_panes (AccordReviewSheet *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *panes[ACCORD_FOLD_N_PANES], *targets[ACCORD_FOLD_N_PANES], *line;

  self->list = accord_review_list_new ();
  panes[ACCORD_REVIEW_PANE_LIST] = make_pane (_ ("What was found"), &line, self->list, "list-pane");
  self->doubts = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->doubts, "second-line");
  self->doubt = accord_page_icon_button ("go-down-symbolic", _ ("Next to look at (Ctrl+Down)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->doubt), "review.doubt");
  gtk_box_append (GTK_BOX (line), self->doubts);
  gtk_box_append (GTK_BOX (line), self->doubt);
  self->text = accord_review_text_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->text);
  panes[ACCORD_REVIEW_PANE_TEXT] = make_pane (_ ("The page in its own words"), &line, scroller, "text-pane");
  self->detail = accord_review_detail_new (self->workspace);
  panes[ACCORD_REVIEW_PANE_DETAIL] = make_pane (_ ("About the line"), &line, self->detail, "page");
  targets[ACCORD_REVIEW_PANE_LIST] = self->list;
  targets[ACCORD_REVIEW_PANE_TEXT] = self->text;
  targets[ACCORD_REVIEW_PANE_DETAIL] = self->detail;
  self->panes = accord_review_panes_new (panes, targets);
  gtk_widget_set_vexpand (self->panes, TRUE);
  return self->panes;
}

static GtkWidget *
make_review (AccordReviewSheet *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->asks = accord_review_asks_new (self->workspace);
  self->notice = accord_page_label (NULL, "notice");
  gtk_widget_set_visible (self->notice, FALSE);
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), self->notice);
  gtk_box_append (GTK_BOX (box), self->asks);
  gtk_box_append (GTK_BOX (box), make_panes (self));
  return box;
}

static void
make_working (AccordReviewSheet *self)
{
  self->working = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->working), "accord-import-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->working), _ ("Reading the page"));
  self->progress = gtk_progress_bar_new ();
  gtk_widget_set_halign (self->progress, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (self->progress, 280, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reading the page"), -1);
  adw_status_page_set_child (ADW_STATUS_PAGE (self->working), self->progress);
}

static void
make_refused (AccordReviewSheet *self)
{
  GtkWidget *again = make_button (_ ("_Try again"), "review.again");

  self->refused = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->refused), "accord-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->refused), _ ("This page cannot be read"));
  gtk_widget_add_css_class (self->refused, "error-page");
  gtk_widget_add_css_class (again, "pill");
  gtk_widget_set_halign (again, GTK_ALIGN_CENTER);
  adw_status_page_set_child (ADW_STATUS_PAGE (self->refused), again);
}

static GtkWidget *
make_foot (AccordReviewSheet *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->counts = accord_page_label (NULL, "review-counts");
  gtk_widget_set_hexpand (self->counts, TRUE);
  self->skip = make_button (_ ("_Skip this page"), "review.skip");
  self->keep = make_button (_ ("_Keep"), "review.keep");
  gtk_widget_add_css_class (self->keep, "suggested-action");
  gtk_widget_set_tooltip_text (self->keep, _ ("Keep what is ticked (Ctrl+Enter)"));
  gtk_widget_add_css_class (foot, "review-foot");
  gtk_box_append (GTK_BOX (foot), self->counts);
  gtk_box_append (GTK_BOX (foot), self->skip);
  gtk_box_append (GTK_BOX (foot), make_button (_ ("_Cancel"), "window.close"));
  gtk_box_append (GTK_BOX (foot), self->keep);
  return foot;
}

/**
 * accord_review_sheet_build:
 * @self: a sheet that knows its workspace
 *
 * Makes what the window shows.
 */
void
accord_review_sheet_build (AccordReviewSheet *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "page");
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  make_working (self);
  make_refused (self);
  gtk_stack_add_named (GTK_STACK (self->stack), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "nothing");
  gtk_stack_add_named (GTK_STACK (self->stack), self->working, "working");
  gtk_stack_add_named (GTK_STACK (self->stack), self->refused, "refused");
  gtk_stack_add_named (GTK_STACK (self->stack), make_review (self), "review");
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), self->stack);
  gtk_box_append (GTK_BOX (box), make_foot (self));
  adw_window_set_content (ADW_WINDOW (self), box);
}
