/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar/calendar-grid.h"

#include "bank-holidays.h"
#include "calendar/calendar-cell.h"
#include "calendar/calendar-month.h"
#include "date.h"
#include "day-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MONTHS_A_YEAR 12
#define N_CELLS (ACCORD_CALENDAR_DAYS_A_WEEK * ACCORD_CALENDAR_WEEKS)

/* A month, a week a row from Monday to Sunday. The arrow keys walk its days. */
struct _AccordCalendarGrid
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  GtkWidget *cells[N_CELLS];
  char day[ACCORD_DATE_ISO_SIZE];
};

G_DEFINE_FINAL_TYPE (AccordCalendarGrid, accord_calendar_grid, GTK_TYPE_WIDGET)

enum
{
  DAY_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
choose (AccordCalendarGrid *self, const char *day)
{
  g_autofree char *chosen = g_strdup (day);

  g_signal_emit (self, signals[DAY_CHOSEN], 0, chosen);
}

static AccordCalendarCell *
find_cell (AccordCalendarGrid *self)
{
  for (guint i = 0; i < N_CELLS; i++)
    if (gtk_widget_get_visible (self->cells[i])
        && g_strcmp0 (accord_calendar_cell_get_day (ACCORD_CALENDAR_CELL (self->cells[i])), self->day) == 0)
      return ACCORD_CALENDAR_CELL (self->cells[i]);
  return NULL;
}

static gboolean
has_focus (AccordCalendarGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static gboolean
on_days (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  AccordCalendarGrid *self = ACCORD_CALENDAR_GRID (widget);
  char day[ACCORD_DATE_ISO_SIZE];

  if (accord_calendar_step_days (self->day, g_variant_get_int32 (arguments), day))
    choose (self, day);
  return TRUE;
}

static gboolean
on_months (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  AccordCalendarGrid *self = ACCORD_CALENDAR_GRID (widget);
  char day[ACCORD_DATE_ISO_SIZE];

  if (accord_calendar_step_months (self->day, g_variant_get_int32 (arguments), day))
    choose (self, day);
  return TRUE;
}

/* Home and End: the first and the last day of the month. */
static gboolean
on_edge (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  AccordCalendarGrid *self = ACCORD_CALENDAR_GRID (widget);
  char first[ACCORD_DATE_ISO_SIZE], last[ACCORD_DATE_ISO_SIZE];

  accord_calendar_month_of (self->day, first, last);
  choose (self, g_variant_get_int32 (arguments) < 0 ? first : last);
  return TRUE;
}

/* An entry that has the keyboard opens by itself. */
static gboolean
on_enter (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  AccordCalendarGrid *self = ACCORD_CALENDAR_GRID (widget);
  AccordCalendarCell *cell = find_cell (self);

  if (cell == NULL || !gtk_widget_has_focus (GTK_WIDGET (cell)))
    return FALSE;
  accord_calendar_cell_enter (cell);
  return TRUE;
}

/* Back from an entry to its day. */
static gboolean
on_leave (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  AccordCalendarCell *cell = find_cell (ACCORD_CALENDAR_GRID (widget));

  if (cell == NULL || gtk_widget_has_focus (GTK_WIDGET (cell)))
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (cell));
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, AccordCalendarCell *cell)
{
  AccordCalendarGrid *self =
      ACCORD_CALENDAR_GRID (gtk_widget_get_ancestor (GTK_WIDGET (cell), ACCORD_TYPE_CALENDAR_GRID));
  GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (cell), x, y, GTK_PICK_DEFAULT);
  AccordCalendarCell *chosen;

  /* The button of an entry does what it says, which would be lost if another month came. */
  if (hit != NULL && (GTK_IS_BUTTON (hit) || gtk_widget_get_ancestor (hit, GTK_TYPE_BUTTON) != NULL))
    return;
  choose (self, accord_calendar_cell_get_day (cell));
  chosen = find_cell (self);
  if (chosen != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (chosen));
}

static void
accord_calendar_grid_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_CALENDAR_GRID (object)->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_calendar_grid_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key, keypad;
    GdkModifierType modifiers;
    GtkShortcutFunc func;
    int by;
  } keys[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, 0, on_days, -1 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 0, on_days, 1 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, on_days, -ACCORD_CALENDAR_DAYS_A_WEEK },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, on_days, ACCORD_CALENDAR_DAYS_A_WEEK },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, on_months, -1 },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, on_months, 1 },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, GDK_SHIFT_MASK, on_months, -MONTHS_A_YEAR },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, GDK_SHIFT_MASK, on_months, MONTHS_A_YEAR },
    { GDK_KEY_Home, GDK_KEY_KP_Home, 0, on_edge, -1 },
    { GDK_KEY_End, GDK_KEY_KP_End, 0, on_edge, 1 },
    { GDK_KEY_Return, GDK_KEY_KP_Enter, 0, on_enter, 0 },
    { GDK_KEY_space, GDK_KEY_KP_Space, 0, on_enter, 0 },
    { GDK_KEY_Escape, 0, 0, on_leave, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i].key, keys[i].modifiers, keys[i].func, "i",
                                    keys[i].by);
      if (keys[i].keypad != 0)
        gtk_widget_class_add_binding (widget_class, keys[i].keypad, keys[i].modifiers, keys[i].func, "i",
                                      keys[i].by);
    }
}

static void
accord_calendar_grid_class_init (AccordCalendarGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_calendar_grid_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "calendargrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  add_keys (widget_class);

  /**
   * AccordCalendarGrid::day-chosen:
   * @day: an ISO date
   *
   * A person goes to a day, which may be of another month. What shows the grid then shows that day in it.
   */
  signals[DAY_CHOSEN] = g_signal_new ("day-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
make_cell (void)
{
  GtkWidget *cell = accord_calendar_cell_new ();
  GtkGesture *gesture = gtk_gesture_click_new ();

  g_signal_connect (gesture, "pressed", G_CALLBACK (on_pressed), cell);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (gesture));
  return cell;
}

static void
accord_calendar_grid_init (AccordCalendarGrid *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  for (int i = 0; i < ACCORD_CALENDAR_DAYS_A_WEEK; i++)
    {
      GtkWidget *label = gtk_label_new (accord_weekday_get_short_label (i));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "weekday");
      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      accord_weekday_get_label (i), -1);
      gtk_grid_attach (GTK_GRID (self->grid), label, i, 0, 1, 1);
    }
  for (int i = 0; i < N_CELLS; i++)
    {
      self->cells[i] = make_cell ();
      gtk_grid_attach (GTK_GRID (self->grid), self->cells[i], i % ACCORD_CALENDAR_DAYS_A_WEEK,
                       1 + i / ACCORD_CALENDAR_DAYS_A_WEEK, 1, 1);
    }
  gtk_widget_add_css_class (self->grid, "calendar-month");
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

/**
 * accord_calendar_grid_new:
 *
 * Returns: (transfer floating): a month without days
 */
GtkWidget *
accord_calendar_grid_new (void)
{
  return g_object_new (ACCORD_TYPE_CALENDAR_GRID, NULL);
}

static const AccordCalendarEntry *
entry_at (GPtrArray *entries, guint index)
{
  return g_ptr_array_index (entries, index);
}

/* The first that is not before a day; they are in order. */
static guint
find_first (GPtrArray *entries, const char *day)
{
  guint first = 0, end = entries->len;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (strcmp (entry_at (entries, middle)->from, day) < 0)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

/* Those of one day, in order; what is known by the month only has none. */
static GPtrArray *
entries_of (GPtrArray *entries, const char *day)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = find_first (entries, day);
       i < entries->len && strcmp (entry_at (entries, i)->from, day) == 0; i++)
    if (!entry_at (entries, i)->vague)
      g_ptr_array_add (found, entries->pdata[i]);
  return found;
}

static void
show_cell (AccordCalendarGrid *self, guint index, gint number, GPtrArray *entries, const char *today)
{
  char day[ACCORD_DATE_ISO_SIZE];
  g_autoptr (GPtrArray) of_day = NULL;
  AccordCalendarCellState state = { .day = day };

  if (!accord_date_from_day_number (number, day) || !accord_date_is_iso (day))
    {
      gtk_widget_hide (self->cells[index]);
      return;
    }
  of_day = entries_of (entries, day);
  state.other_month = !accord_calendar_same_month (day, self->day);
  state.today = strcmp (day, today) == 0;
  state.chosen = strcmp (day, self->day) == 0;
  state.holiday = accord_holidays_get_name (accord_bank_holidays_get (), number);
  accord_calendar_cell_show (ACCORD_CALENDAR_CELL (self->cells[index]), &state, of_day);
  gtk_widget_show (self->cells[index]);
}

/**
 * accord_calendar_grid_show:
 * @self: a month
 * @entries: (element-type AccordCalendarEntry): entries, at least those of the weeks that are shown
 * @day: the day at which the keyboard is; its month is shown
 * @today: today as an ISO date
 *
 * Shows a month. Where the keyboard was in the month before, it is at @day afterwards.
 */
void
accord_calendar_grid_show (AccordCalendarGrid *self, GPtrArray *entries, const char *day, const char *today)
{
  gboolean other = strcmp (self->day, day) != 0, focused = has_focus (self);
  guint n_weeks;
  gint first;

  g_return_if_fail (ACCORD_IS_CALENDAR_GRID (self));
  g_return_if_fail (accord_date_is_iso (day));

  g_strlcpy (self->day, day, sizeof self->day);
  n_weeks = accord_calendar_weeks (day, &first);
  for (guint i = 0; i < N_CELLS; i++)
    if (i < n_weeks * ACCORD_CALENDAR_DAYS_A_WEEK)
      show_cell (self, i, first + (gint) i, entries, today);
    else
      gtk_widget_hide (self->cells[i]);
  if (focused && (other || !has_focus (self)) && find_cell (self) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (find_cell (self)));
}
