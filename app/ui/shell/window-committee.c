/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-private.h"
#include "shell/window-work.h"

#include "committee/page-sniff.h"
#include "committee/page-ways.h"
#include "committee/refresh-dialog.h"
#include "committee/review-sheet.h"
#include "list/list-words.h"
#include "plan.h"

#include <glib/gi18n-lib.h>

/* What was kept, and the window that says so. */
typedef struct
{
  AccordWindow *window;
  const char *kind;
  gint64 id;
} Kept;

static void
kept_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
on_open (GtkButton *button, const Kept *kept)
{
  /* The button goes with what says it, and what it knows goes with the button. */
  const Kept known = *kept;

  accord_window_dismiss_toast (known.window);
  accord_window_open_record (known.window, known.kind, known.id);
}

static const char *
open_label (const char *kind)
{
  if (g_strcmp0 (kind, "meeting") == 0)
    return _ ("Open the meeting");
  if (g_strcmp0 (kind, "decision") == 0)
    return _ ("Open the decision");
  return _ ("Open the document");
}

static char *
dup_words (const AccordPlanResult *result)
{
  g_autofree char *added = accord_list_dup_number (result->added);
  g_autofree char *updated = accord_list_dup_number (result->updated);

  if (result->added + result->updated == 0)
    return g_strdup (_ ("Nothing had changed"));
  if (result->updated == 0)
    /* Translators: a number of records. */
    return g_strdup_printf (ngettext ("%s record kept", "%s records kept", result->added), added);
  /* Translators: two numbers of records. */
  return g_strdup_printf (_ ("%s records added, %s changed"), added, updated);
}

static GtkWidget *
make_title (AccordWindow *self, const char *words, const AccordPlanResult *result)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (words);
  gboolean has_main = result->main != ACCORD_UNKNOWN && result->main_kind != NULL;
  Kept kept = { self, has_main ? result->main_kind : "source", has_main ? result->main : result->source };
  GtkWidget *open = gtk_button_new_with_label (open_label (kept.kind));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (open), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  open_label (kept.kind), -1);
  g_signal_connect_data (open, "clicked", G_CALLBACK (on_open), g_memdup2 (&kept, sizeof kept), kept_free, 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), open);
  return box;
}

static void
on_kept (AccordReviewSheet *sheet, const AccordPlanResult *result, AccordWindow *self)
{
  g_autofree char *words = dup_words (result);

  accord_window_toast (self, words, make_title (self, words, result), result->change != 0 ? _ ("Undo") : NULL,
                       "win.undo");
}

static void
on_sheet_gone (AccordWindow *self)
{
  self->reviewing = FALSE;
}

static void
review (AccordWindow *self, GPtrArray *origins)
{
  GtkWidget *sheet = accord_review_sheet_new (self->workspace, origins);

  /* What the sheet keeps is told by what it says of it. */
  self->reviewing = TRUE;
  g_signal_connect_object (sheet, "kept", G_CALLBACK (on_kept), self, 0);
  g_signal_connect_object (sheet, "destroy", G_CALLBACK (on_sheet_gone), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (sheet), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (sheet));
}

static void
on_chosen (AccordPageWays *ways, GPtrArray *origins, AccordWindow *self)
{
  review (self, origins);
}

/**
 * accord_window_import_page:
 * @self: a window with a workspace
 *
 * Asks for a committee page and lets a person go through what was read before anything of it is kept.
 */
void
accord_window_import_page (AccordWindow *self)
{
  GtkWidget *ways = accord_page_ways_new ();

  g_signal_connect_object (ways, "chosen", G_CALLBACK (on_chosen), self, 0);
  gtk_window_set_transient_for (GTK_WINDOW (ways), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (ways));
}

/**
 * accord_window_refresh_committees:
 * @self: a window with a workspace
 *
 * Asks for meetings at the site of a council, which is the one in view unless a person chooses another.
 */
void
accord_window_refresh_committees (AccordWindow *self)
{
  const AccordPlace *place = accord_window_get_place (self);
  gint64 record = accord_browser_get_record (self->browser);
  gboolean in_view = place != NULL && g_strcmp0 (place->kind, "organisation") == 0 && record != 0;
  GtkWidget *dialog = accord_refresh_dialog_new (self->workspace, in_view ? record : ACCORD_UNKNOWN);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_sniffed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordWindow) self = data;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GPtrArray) pages = accord_page_sniff_finish (result, &others, NULL);

  if (pages == NULL || self->workspace == NULL || gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  if (others->len > 0)
    accord_window_import_files (self, others);
  if (pages->len > 0)
    review (self, pages);
}

/**
 * accord_window_take_files:
 * @self: a window with a workspace
 * @files: (element-type GFile): files that were dropped
 *
 * Shows what is in them before anything of it is kept: committee pages are gone through, anything else is
 * looked at as payments or published figures.
 */
void
accord_window_take_files (AccordWindow *self, GPtrArray *files)
{
  accord_page_sniff_async (files, NULL, on_sniffed, g_object_ref (self));
}
