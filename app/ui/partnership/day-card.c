/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "partnership/day-card.h"

#include "date.h"
#include "form/page-parts.h"
#include "partnership/day-steps.h"
#include "partnership/table-row.h"

#include <glib/gi18n-lib.h>

#define DAY_CHARS 13
#define MONTHS_A_YEAR 12
/* Words under the slider would run into each other if there were more. */
#define MOST_YEARS 8

/* Chooses the day of which the page speaks: a date that is typed, a slider with the days on which something
 * changed, and buttons from change to change. */
struct _AccordDayCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *title;
  GtkWidget *entry;
  GtkWidget *today_button;
  GtkWidget *before;
  GtkWidget *after;
  GtkWidget *scale;
  GtkWidget *words;

  AccordAllianceFacts *facts;
  GPtrArray *days;
  char *today;
  char *day;
};

G_DEFINE_FINAL_TYPE (AccordDayCard, accord_day_card, GTK_TYPE_WIDGET)

enum
{
  DAY_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update_controls (AccordDayCard *self)
{
  g_autofree char *text = accord_date_format (self->day);
  int number = 0;

  accord_date_to_day_number (self->day, &number);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_remove_css_class (self->entry, "error");
  gtk_range_set_value (GTK_RANGE (self->scale), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  gtk_widget_set_sensitive (self->today_button, g_strcmp0 (self->day, self->today) != 0);
  gtk_widget_set_sensitive (self->before, accord_day_find_change (self->days, self->day, -1) >= 0);
  gtk_widget_set_sensitive (self->after, accord_day_find_change (self->days, self->day, 1) >= 0);
}

static void
choose_day (AccordDayCard *self, const char *day)
{
  g_autofree char *chosen = g_strdup (day);

  if (g_strcmp0 (chosen, self->day) == 0)
    return;
  g_free (self->day);
  self->day = g_steal_pointer (&chosen);
  update_controls (self);
  g_signal_emit (self, signals[DAY_CHANGED], 0);
}

static void
choose_number (AccordDayCard *self, int number)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (self->scale));
  char day[ACCORD_DATE_ISO_SIZE];

  number = CLAMP (number, (int) gtk_adjustment_get_lower (adjustment),
                  (int) gtk_adjustment_get_upper (adjustment));
  if (accord_date_from_day_number (number, day))
    choose_day (self, day);
}

static gboolean
on_change_value (GtkRange *range, GtkScrollType scroll, double value, AccordDayCard *self)
{
  int now = (int) gtk_range_get_value (range);

  /* The keys step by the calendar, not by so many days. */
  switch (scroll)
    {
    case GTK_SCROLL_STEP_BACKWARD:
    case GTK_SCROLL_STEP_LEFT:
    case GTK_SCROLL_STEP_DOWN:
      choose_number (self, accord_day_step_months (now, -1));
      break;
    case GTK_SCROLL_STEP_FORWARD:
    case GTK_SCROLL_STEP_RIGHT:
    case GTK_SCROLL_STEP_UP:
      choose_number (self, accord_day_step_months (now, 1));
      break;
    case GTK_SCROLL_PAGE_BACKWARD:
    case GTK_SCROLL_PAGE_LEFT:
    case GTK_SCROLL_PAGE_DOWN:
      choose_number (self, accord_day_step_months (now, -MONTHS_A_YEAR));
      break;
    case GTK_SCROLL_PAGE_FORWARD:
    case GTK_SCROLL_PAGE_RIGHT:
    case GTK_SCROLL_PAGE_UP:
      choose_number (self, accord_day_step_months (now, MONTHS_A_YEAR));
      break;
    case GTK_SCROLL_START:
      choose_number (self, (int) gtk_adjustment_get_lower (gtk_range_get_adjustment (range)));
      break;
    case GTK_SCROLL_END:
      choose_number (self, (int) gtk_adjustment_get_upper (gtk_range_get_adjustment (range)));
      break;
    default:
      choose_number (self, (int) value);
      break;
    }
  return TRUE;
}

static void
on_entry_activate (AccordDayCard *self)
{
  g_autofree char *day = NULL;

  if (!accord_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &day, NULL))
    {
      gtk_widget_add_css_class (self->entry, "error");
      return;
    }
  gtk_widget_remove_css_class (self->entry, "error");
  choose_day (self, day);
  update_controls (self);
}

static void
on_entry_focus (GtkWidget *text, GParamSpec *pspec, AccordDayCard *self)
{
  if (!gtk_widget_has_focus (text) && self->day != NULL)
    on_entry_activate (self);
}

static void
on_today (AccordDayCard *self)
{
  choose_day (self, self->today);
}

static void
choose_change (AccordDayCard *self, int direction)
{
  int index = accord_day_find_change (self->days, self->day, direction);

  if (index >= 0)
    choose_day (self, ((AccordAllianceDay *) self->days->pdata[index])->day);
}

static void
on_before (AccordDayCard *self)
{
  choose_change (self, -1);
}

static void
on_after (AccordDayCard *self)
{
  choose_change (self, 1);
}

static void
accord_day_card_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_DAY_CARD (object)->card, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_day_card_parent_class)->dispose (object);
}

static void
accord_day_card_finalize (GObject *object)
{
  AccordDayCard *self = ACCORD_DAY_CARD (object);

  g_clear_pointer (&self->facts, accord_alliance_facts_unref);
  g_clear_pointer (&self->days, g_ptr_array_unref);
  g_free (self->today);
  g_free (self->day);

  G_OBJECT_CLASS (accord_day_card_parent_class)->finalize (object);
}

static void
accord_day_card_class_init (AccordDayCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_day_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_day_card_finalize;

  /**
   * AccordDayCard::day-changed:
   *
   * A person wants to see another day.
   */
  signals[DAY_CHANGED] = g_signal_new ("day-changed", ACCORD_TYPE_DAY_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

/* Where it is narrow the date stands under the slider. */
static const AccordTableColumn columns[] = { { NULL, 0.66, FALSE }, { NULL, 0.34, TRUE } };

static GtkWidget *
make_choice (AccordDayCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), DAY_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), DAY_CHARS);
  gtk_widget_set_valign (self->entry, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->entry, _ ("The day to show; write a date and press Enter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Day to show"), -1);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_entry_activate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_first_child (self->entry), "notify::has-focus",
                           G_CALLBACK (on_entry_focus), self, 0);
  self->today_button = accord_page_button (_ ("T_oday"));
  gtk_widget_set_valign (self->today_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->today_button, "clicked", G_CALLBACK (on_today), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->today_button);
  return box;
}

static GtkWidget *
make_slider (AccordDayCard *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->before = accord_page_icon_button ("go-previous-symbolic", _ ("The change before"));
  self->after = accord_page_icon_button ("go-next-symbolic", _ ("The next change"));
  g_signal_connect_object (self->before, "clicked", G_CALLBACK (on_before), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->after, "clicked", G_CALLBACK (on_after), self, G_CONNECT_SWAPPED);
  self->scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 1, 1);
  gtk_scale_set_draw_value (GTK_SCALE (self->scale), FALSE);
  gtk_widget_set_hexpand (self->scale, TRUE);
  gtk_widget_set_tooltip_text (self->scale, _ ("Arrow keys step a month, Page Up and Page Down a year"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Day to show"), -1);
  g_signal_connect_object (self->scale, "change-value", G_CALLBACK (on_change_value), self, 0);
  gtk_box_append (GTK_BOX (row), self->before);
  gtk_box_append (GTK_BOX (row), self->scale);
  gtk_box_append (GTK_BOX (row), self->after);
  gtk_widget_set_valign (self->before, GTK_ALIGN_CENTER);
  return row;
}

static void
accord_day_card_init (AccordDayCard *self)
{
  GtkWidget *controls = accord_table_row_new (columns, G_N_ELEMENTS (columns), FALSE);
  GtkWidget *head;

  self->card = accord_page_card (&head, "");
  self->title = gtk_widget_get_first_child (head);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("As it was on a day"), -1);
  accord_table_row_set_cell (ACCORD_TABLE_ROW (controls), 0, make_slider (self));
  accord_table_row_set_cell (ACCORD_TABLE_ROW (controls), 1, make_choice (self));
  gtk_widget_add_css_class (controls, "day-slider");
  gtk_box_append (GTK_BOX (self->card), controls);
  self->words = accord_page_label (NULL, "card-note");
  gtk_box_append (GTK_BOX (self->card), self->words);
}

/**
 * accord_day_card_new:
 *
 * Returns: (transfer floating): a card without days
 */
GtkWidget *
accord_day_card_new (void)
{
  return g_object_new (ACCORD_TYPE_DAY_CARD, NULL);
}

/* The years beneath the slider, thinned out where they are many; above it, what changed. */
static void
add_marks (AccordDayCard *self, int first, int last)
{
  char from[ACCORD_DATE_ISO_SIZE], until[ACCORD_DATE_ISO_SIZE];
  int first_year, last_year, every, day;

  gtk_scale_clear_marks (GTK_SCALE (self->scale));
  for (guint i = 0; i < self->days->len; i++)
    if (accord_date_to_day_number (((AccordAllianceDay *) self->days->pdata[i])->day, &day))
      gtk_scale_add_mark (GTK_SCALE (self->scale), day, GTK_POS_TOP, NULL);
  if (!accord_date_from_day_number (first, from) || !accord_date_from_day_number (last, until))
    return;
  first_year = (int) g_ascii_strtoll (from, NULL, 10) + 1;
  last_year = (int) g_ascii_strtoll (until, NULL, 10);
  every = (last_year - first_year) / MOST_YEARS + 1;
  for (int year = first_year; year <= last_year; year += every)
    {
      g_autofree char *iso = g_strdup_printf ("%04d-01-01", year);
      g_autofree char *words = g_strdup_printf ("%d", year);

      if (accord_date_to_day_number (iso, &day))
        gtk_scale_add_mark (GTK_SCALE (self->scale), day, GTK_POS_BOTTOM, words);
    }
}

/**
 * accord_day_card_show:
 * @self: a card
 * @facts: what is on record
 * @today: today as an ISO date
 *
 * Shows the days of an organisation. Of another one than before it shows today; of the same the day stays.
 */
void
accord_day_card_show (AccordDayCard *self, AccordAllianceFacts *facts, const char *today)
{
  gboolean same;
  int first, last;

  g_return_if_fail (ACCORD_IS_DAY_CARD (self));

  same = self->facts != NULL
         && accord_record_get_id (self->facts->organisation) == accord_record_get_id (facts->organisation);
  accord_alliance_facts_ref (facts);
  g_clear_pointer (&self->facts, accord_alliance_facts_unref);
  self->facts = facts;
  g_clear_pointer (&self->days, g_ptr_array_unref);
  self->days = accord_alliance_facts_days (facts);
  g_free (self->today);
  self->today = g_strdup (today);
  if (!same)
    {
      g_free (self->day);
      self->day = g_strdup (today);
    }
  accord_day_range (self->days, today, &first, &last);
  gtk_range_set_range (GTK_RANGE (self->scale), first, last);
  add_marks (self, first, last);
  update_controls (self);
}

/**
 * accord_day_card_set_words:
 * @self: a card
 * @headline: how it was on the day
 * @rule: (nullable): by which rule that was found
 *
 * Says what the day was like.
 */
void
accord_day_card_set_words (AccordDayCard *self, const char *headline, const char *rule)
{
  const char *change = accord_day_get_words (self->days, self->day);
  g_autofree char *note = NULL;

  g_return_if_fail (ACCORD_IS_DAY_CARD (self));

  gtk_label_set_label (GTK_LABEL (self->title), headline);
  if (change != NULL && rule != NULL)
    /* Translators: what changed on a day, and a sentence about how partners are counted. */
    note = g_strdup_printf (_ ("On this day: %s. %s"), change, rule);
  else if (change != NULL)
    note = g_strdup_printf (_ ("On this day: %s."), change);
  else
    note = g_strdup (rule);
  gtk_label_set_label (GTK_LABEL (self->words), note != NULL ? note : "");
  gtk_widget_set_visible (self->words, note != NULL);
}

/**
 * accord_day_card_get_day:
 * @self: a card that shows something
 *
 * Returns: the day as an ISO date
 */
const char *
accord_day_card_get_day (AccordDayCard *self)
{
  return self->day;
}

/**
 * accord_day_card_set_day:
 * @self: a card that shows something
 * @day: an ISO date
 *
 * Chooses a day as a person would.
 */
void
accord_day_card_set_day (AccordDayCard *self, const char *day)
{
  g_return_if_fail (ACCORD_IS_DAY_CARD (self));
  g_return_if_fail (accord_date_is_iso (day));

  choose_day (self, day);
}
