/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/compare-choice.h"

#include "date.h"
#include "decisions/filter-choice.h"
#include "form/page-parts.h"
#include "form/side-by-side.h"
#include "record.h"

#include <glib/gi18n-lib.h>

#define LEAST_COLUMN 220

/* Which two versions of a case are held against each other. */
struct _AccordCompareChoice
{
  GtkWidget parent_instance;

  GtkWidget *flow;
  GtkWidget *before;
  GtkWidget *after;
  GPtrArray *versions;
  char *shown;
};

G_DEFINE_FINAL_TYPE (AccordCompareChoice, accord_compare_choice, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_chosen (AccordCompareChoice *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
accord_compare_choice_dispose (GObject *object)
{
  AccordCompareChoice *self = ACCORD_COMPARE_CHOICE (object);

  g_clear_pointer (&self->flow, gtk_widget_unparent);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (accord_compare_choice_parent_class)->dispose (object);
}

static void
accord_compare_choice_class_init (AccordCompareChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_compare_choice_dispose;

  /**
   * AccordCompareChoice::chosen:
   *
   * A person chose other versions.
   */
  signals[CHOSEN] = g_signal_new ("chosen", ACCORD_TYPE_COMPARE_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_compare_choice_init (AccordCompareChoice *self)
{
}

/**
 * accord_compare_choice_new:
 *
 * Returns: (transfer floating): a choice of nothing
 */
GtkWidget *
accord_compare_choice_new (void)
{
  return g_object_new (ACCORD_TYPE_COMPARE_CHOICE, NULL);
}

/* "OBC 2, 12 Jul 2026" */
static char *
dup_name (AccordRecord *version)
{
  const char *dated = accord_record_get_text (version, "dated");
  g_autofree char *title = accord_record_dup_title (version);
  g_autofree char *day = dated != NULL ? accord_date_format (dated) : NULL;

  return day != NULL ? g_strdup_printf ("%s, %s", title, day) : g_steal_pointer (&title);
}

static char *
dup_key (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static GtkWidget *
make_field (AccordCompareChoice *self, const char *label, GtkWidget *choice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (box), accord_page_label (label, "caption-line"));
  gtk_box_append (GTK_BOX (box), choice);
  accord_side_by_side_append (ACCORD_SIDE_BY_SIDE (self->flow), box);
  return choice;
}

/* The choice whose first entry is @first, and the versions from @skip on after it. */
static GtkWidget *
make_choice (AccordCompareChoice *self, const char *label, const char *first, guint skip, gint64 chosen)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *key = dup_key (chosen);
  GtkWidget *choice = accord_filter_choice_new (label, first);

  for (guint i = skip; i < self->versions->len; i++)
    {
      g_ptr_array_add (keys, dup_key (accord_record_get_id (self->versions->pdata[i])));
      g_ptr_array_add (words, dup_name (self->versions->pdata[i]));
    }
  accord_filter_choice_offer (ACCORD_FILTER_CHOICE (choice), keys, words);
  accord_filter_choice_choose (ACCORD_FILTER_CHOICE (choice), key);
  gtk_widget_show (choice);
  g_signal_connect_object (choice, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  return make_field (self, label, choice);
}

static char *
dup_state (GPtrArray *versions, gint64 before)
{
  GString *state = g_string_new (NULL);

  g_string_printf (state, "%" G_GINT64_FORMAT "\n", before);

  for (guint i = 0; i < versions->len; i++)
    {
      g_autofree char *name = dup_name (versions->pdata[i]);

      g_string_append_printf (state, "%" G_GINT64_FORMAT " %s\n", accord_record_get_id (versions->pdata[i]),
                              name);
    }
  return g_string_free (state, FALSE);
}

/**
 * accord_compare_choice_show:
 * @self: a choice
 * @versions: (element-type AccordRecord): the versions of a case, one at the least, the newest first
 * @before: the earlier one
 * @after: the later one, or 0 for the case as it stands
 *
 * Offers the versions. Where they are the same as before, what a person chose stays, unless another @before
 * is asked for.
 */
void
accord_compare_choice_show (AccordCompareChoice *self, GPtrArray *versions, gint64 before, gint64 after)
{
  g_autofree char *state = dup_state (versions, before), *first = NULL;

  g_return_if_fail (ACCORD_IS_COMPARE_CHOICE (self));
  g_return_if_fail (versions->len > 0);

  if (g_strcmp0 (state, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&state);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  self->versions = g_ptr_array_ref (versions);
  g_clear_pointer (&self->flow, gtk_widget_unparent);
  self->flow = accord_side_by_side_new (LEAST_COLUMN, 12);
  gtk_widget_set_parent (self->flow, GTK_WIDGET (self));
  first = dup_name (versions->pdata[0]);
  self->before = make_choice (self, _ ("Earlier"), first, 1, before);
  self->after = make_choice (self, _ ("Later"), _ ("The case as it stands"), 0, after);
}

static gint64
chosen_of (GtkWidget *choice, gint64 otherwise)
{
  const char *key = choice != NULL ? accord_filter_choice_get_key (ACCORD_FILTER_CHOICE (choice)) : NULL;

  return key != NULL ? g_ascii_strtoll (key, NULL, 10) : otherwise;
}

gint64
accord_compare_choice_get_before (AccordCompareChoice *self)
{
  return chosen_of (self->before,
                    self->versions != NULL ? accord_record_get_id (self->versions->pdata[0]) : 0);
}

/**
 * accord_compare_choice_get_after:
 * @self: a choice
 *
 * Returns: the later version, or 0 for the case as it stands
 */
gint64
accord_compare_choice_get_after (AccordCompareChoice *self)
{
  return chosen_of (self->after, 0);
}
