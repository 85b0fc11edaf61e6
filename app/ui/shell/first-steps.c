/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/first-steps.h"

#include "form/page-parts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  const char *title;
  const char *subtitle;
  const char *icon_name;
  const char *action;
  const char *target;
} Step;

static const Step steps[] = {
  { N_ ("Import a payments file…"),
    N_ ("What a council or trust has published of its spending; nothing is kept before you have seen it"),
    "accord-import-symbolic", "win.import", NULL },
  { N_ ("Add the first organisation"), N_ ("A council, a trust, a federation, a charity: who works together"),
    "accord-organisation-symbolic", "win.add", "organisation" },
  { N_ ("Add a fund"), N_ ("The money that pays for the change, and what of it is left"),
    "accord-fund-symbolic", "win.add", "fund" },
  { N_ ("Add a meeting"), N_ ("Who decided what, and who owes what"), "accord-meeting-symbolic", "win.add",
    "meeting" },
};

static GtkWidget *
make_row (const Step *step)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *next = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", "go-next-symbolic", NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (step->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (step->subtitle));
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), step->icon_name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), next);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (step->target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", step->target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), step->action);

  return row;
}

static GtkWidget *
make_list (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "ways");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("How to begin"),
                                  -1);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (&steps[i]));

  return list;
}

static GtkWidget *
make_words (const char *words, const char *style_class, int below)
{
  GtkWidget *label = accord_page_label (words, style_class);

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_bottom (label, below);

  return label;
}

/**
 * accord_first_steps_new:
 * @workspace: a workspace that holds nothing yet
 *
 * Returns: (transfer floating): a page that says how to begin, to be shown in a window
 */
GtkWidget *
accord_first_steps_new (AccordWorkspace *workspace)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gboolean read_only = accord_workspace_get_read_only (workspace);

  gtk_box_append (GTK_BOX (box), make_words (_ ("Nothing is recorded yet"), "page-title", 0));
  gtk_box_append (GTK_BOX (box),
                  make_words (read_only
                                  ? _ ("This workspace is empty and can only be read.")
                                  : _ ("Begin with whatever is at hand; the rest can follow. You can drop "
                                       "a payments file onto this window too."),
                              "dim-label", 24));
  if (!read_only)
    gtk_box_append (GTK_BOX (box), make_list ());

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 36);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 560);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_widget_set_margin_start (clamp, 24);
  gtk_widget_set_margin_end (clamp, 24);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_widget_add_css_class (scrolled, "page");

  return scrolled;
}
