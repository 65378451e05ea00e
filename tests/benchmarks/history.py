"""What fills the ten years: an ordinary day, the series, the words."""

DAY = (
    ("Surat masuk dan disposisi", "0730", "0800", "work", "administration"),
    ("Susun telaahan staf", "0800", "1000", "work", "focus"),
    ("Jalan sebentar", "1000", "1015", "recovery", "break"),
    ("Rapat koordinasi", "1015", "1130", "work", "meeting"),
    ("Penyangga", "1130", "1200", "work", "buffer"),
    ("Layanan loket", "1300", "1430", "work", "service"),
    ("Dokumen dan arsip", "1430", "1530", "work", "administration"),
    ("Penyangga sore", "1530", "1600", "work", "buffer"),
    ("Keluarga", "1900", "2030", "life", "family"),
    ("Membaca", "2100", "2130", "growth", "other"),
)
# Title, first day, rule, start, end, last day: open ones of ten years, and ones long ended.
SERIES = (
    ("Peregangan", "2016-11-28", "FREQ=DAILY", "0530", "0550", None),
    ("Apel pagi", "2016-11-28", "FREQ=WEEKLY;BYDAY=MO", "0700", "0725", None),
    ("Rapat staf", "2017-01-03", "FREQ=WEEKLY;BYDAY=TU", "1605", "1630", None),
    ("Olahraga", "2018-03-07", "FREQ=WEEKLY;BYDAY=WE,FR", "1640", "1730", None),
    ("Laporan bulanan", "2017-01-31", "FREQ=MONTHLY;BYMONTHDAY=-1", "1610", "1640", None),
    ("Arisan", "2019-02-02", "FREQ=MONTHLY;BYDAY=1SA", "1600", "1800", None),
    ("Kursus bahasa", "2018-01-09", "FREQ=WEEKLY;BYDAY=TU,TH", "1800", "1900", "2019-12-31"),
    ("Piket", "2020-01-06", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "1605", "1655", "2022-06-30"),
)
OVERRIDES, EXCLUSIONS = 30, 20
TITLES = ("Susun laporan", "Periksa draf", "Balas surat", "Siapkan bahan", "Tindak lanjuti rapat")
TRIGGERS = ("beban kerja berlebih", "rapat mendadak", "tenggat mepet", "pesan di luar jam kerja")
