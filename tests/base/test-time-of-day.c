/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time-of-day.h"

static void
test_read (void)
{
  static const struct
  {
    const char *text;
    gint minutes;
  } rows[] = {
    { "6.00 pm", 1080 },
    { "4.00 pm", 960 },
    { "18:30", 1110 },
    { "5:30 pm", 1050 },
    { "10.00am", 600 },
    { "12 noon", 720 },
    { "12.00 pm", 720 },
    { "12.30 am", 30 },
    { "2pm", 840 },
    { "09:30", 570 },
    { "10.00 a.m.", 600 },
    { "6.00\u00a0pm", 1080 },
    { "6.00 pm – 8.00 pm", 1080 },
    { "14:00 to 16:00", 840 },
    { "16.00pm", 960 },
    { "00:00", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint minutes = -1;

      if (!accord_time_parse (rows[i].text, &minutes) || minutes != rows[i].minutes)
        g_error ("“%s” was read as %d", rows[i].text, minutes);
    }
}

/* Six o'clock is either half of the day, and most words are no time at all. */
static void
test_not_read (void)
{
  static const char *const texts[] = {
    NULL,         "",         "6.00",    "6",       "14",        "25:00",    "10:60",
    "0.30 pm",    "13.00 am", "11 noon", "evening", "10.5 am",   "6.00 pmx", "6.00 pm in the hall",
    "2017-07-12", "123:00",   "\xff",    "12.0.0",  "6 o'clock", "am"
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gint minutes;

      if (accord_time_parse (texts[i], &minutes))
        g_error ("“%s” was read as %d", texts[i], minutes);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/time-of-day/read", test_read);
  g_test_add_func ("/base/time-of-day/not-read", test_not_read);

  return g_test_run ();
}
