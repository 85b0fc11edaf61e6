/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/overview-begin.h"

#include "form/page-parts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define WIDTH 520

/* What to do about a workspace with nothing in it. */
static const struct
{
  const char *icon;
  const char *title;
  const char *subtitle;
  const char *action;
  const char *place;
  gboolean writes;
} ways[] = {
  { "accord-organisation-symbolic", N_ ("Add an organisation"),
    N_ ("A council, a trust, a board: whoever takes part"), "win.add", "organisation", TRUE },
  { "accord-fund-symbolic", N_ ("Add a fund"), N_ ("What was awarded, so that you see what is left"),
    "win.add", "fund", TRUE },
  { "accord-import-symbolic", N_ ("Import payments"),
    N_ ("Spend files of a council, as it publishes them (CSV)"), "win.import", NULL, TRUE },
  { "accord-sample-symbolic", N_ ("Open the sample"),
    N_ ("Bury, Stockport, Oldham and Chorley, as five public documents tell it"), "app.open-sample", NULL,
    FALSE },
};

static void
on_activated (GtkListBox *list, GtkListBoxRow *row)
{
  int index = gtk_list_box_row_get_index (row);

  if (ways[index].place != NULL)
    gtk_widget_activate_action (GTK_WIDGET (list), ways[index].action, "s", ways[index].place);
  else
    gtk_widget_activate_action (GTK_WIDGET (list), ways[index].action, NULL);
}

static GtkWidget *
make_way (guint index)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (ways[index].title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (ways[index].subtitle));
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), ways[index].icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static GtkWidget *
make_centred (const char *text, const char *style_class, int chars)
{
  GtkWidget *label = accord_page_label (text, style_class);

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_label_set_max_width_chars (GTK_LABEL (label), chars);
  return label;
}

/**
 * accord_overview_begin_new:
 * @workspace: a workspace, which is empty
 *
 * Returns: (transfer floating): what the overview shows of a workspace with nothing in it: what it will show,
 * and how to begin
 */
GtkWidget *
accord_overview_begin_new (AccordWorkspace *workspace)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *picture = gtk_image_new_from_icon_name ("accord-overview-symbolic");
  GtkWidget *list = gtk_list_box_new ();
  gboolean read_only = accord_workspace_get_read_only (workspace);

  gtk_image_set_pixel_size (GTK_IMAGE (picture), 72);
  gtk_widget_add_css_class (picture, "overview-picture");
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), make_centred (_ ("Nothing is on record yet"), "page-title", 40));
  gtk_box_append (
      GTK_BOX (box),
      make_centred (_ ("Here you will see each morning what needs you: caveats to answer, actions that "
                       "are late, who has still to endorse a case, what is left of the money, the days "
                       "ahead, and what others have changed."),
                    "dim-label", 56));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "ways");
  gtk_widget_set_margin_top (list, 24);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("How to begin"),
                                  -1);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      GtkWidget *row = make_way (i);

      gtk_widget_set_visible (row, !read_only || !ways[i].writes);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  g_signal_connect (list, "row-activated", G_CALLBACK (on_activated), NULL);
  gtk_box_append (GTK_BOX (box), list);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "page-column");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH + 48);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_widget_set_vexpand (clamp, TRUE);
  return clamp;
}
